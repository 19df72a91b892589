//! A server for HTTP/1.1 that can also break off: small, so that every fault is in our hands.

use serde_json::{Map, Value};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

/// A request as it was read.
#[derive(Debug)]
pub struct Request {
    /// The path, without the query.
    pub path: String,
    /// What was asked, whatever form it came in.
    pub params: Map<String, Value>,
    /// Files that came along, by field: name and size.
    pub files: Vec<(String, String, usize)>,
}

/// Reads the head of a request; none when the other side is gone.
pub async fn read_head(stream: &mut TcpStream) -> Option<Vec<u8>> {
    let mut head = Vec::new();
    let mut byte = [0_u8; 1];
    while !head.ends_with(b"\r\n\r\n") {
        if stream.read(&mut byte).await.ok()? == 0 {
            return None;
        }
        head.push(byte[0]);
        assert!(head.len() < 64_000, "a head without an end");
    }
    Some(head)
}

/// Reads the rest of it.
pub async fn read_body(stream: &mut TcpStream, head: &[u8]) -> Option<Request> {
    let head = String::from_utf8(head.to_vec()).expect("a head in UTF-8");
    let mut lines = head.split("\r\n");
    let first = lines.next().expect("a first line").to_owned();
    let mut length = 0;
    let mut kind = String::new();
    for line in lines {
        let Some((name, value)) = line.split_once(':') else { continue };
        match name.to_lowercase().as_str() {
            "content-length" => length = value.trim().parse().expect("a length"),
            "content-type" => value.trim().clone_into(&mut kind),
            "transfer-encoding" => panic!("bodies in chunks are not expected here"),
            _ => {}
        }
    }
    let mut body = vec![0; length];
    stream.read_exact(&mut body).await.ok()?;
    let path = first.split(' ').nth(1).expect("a path").to_owned();
    let (path, query) = path.split_once('?').map_or((path.as_str(), ""), |(p, q)| (p, q));
    let (mut params, mut files) = (Map::new(), Vec::new());
    for (name, value) in query.split('&').filter_map(|pair| pair.split_once('=')) {
        params.insert(name.to_owned(), loose(value));
    }
    if kind.starts_with("application/json") {
        match serde_json::from_slice(&body).expect("JSON in a body of JSON") {
            Value::Object(fields) => params.extend(fields),
            other => panic!("a body that is no object: {other}"),
        }
    } else if kind.starts_with("multipart/form-data") {
        read_parts(&kind, body, &mut params, &mut files).await;
    } else {
        assert!(body.is_empty(), "a body of kind {kind:?}");
    }
    Some(Request { path: path.to_owned(), params, files })
}

async fn read_parts(
    kind: &str,
    body: Vec<u8>,
    params: &mut Map<String, Value>,
    files: &mut Vec<(String, String, usize)>,
) {
    let boundary = multer::parse_boundary(kind).expect("a boundary");
    let stream = futures_util::stream::once(async move { Ok::<_, std::io::Error>(body) });
    let mut parts = multer::Multipart::new(stream, boundary);
    while let Some(part) = parts.next_field().await.expect("a readable part") {
        let name = part.name().expect("a part with a name").to_owned();
        match part.file_name().map(str::to_owned) {
            Some(file) => {
                let size = part.bytes().await.expect("the file").len();
                params.insert(name.clone(), Value::String(format!("attach://{name}")));
                files.push((name, file, size));
            }
            None => {
                let text = part.text().await.expect("text");
                params.insert(name, loose(&text));
            }
        }
    }
}

/// Forms know only text: objects, lists, numbers and truths are written as JSON.
fn loose(text: &str) -> Value {
    match serde_json::from_str(text) {
        Ok(value @ (Value::Object(_) | Value::Array(_) | Value::Number(_) | Value::Bool(_))) => {
            value
        }
        _ => Value::String(text.to_owned()),
    }
}

/// Answers; the connection stays open for the next request.
pub async fn answer(stream: &mut TcpStream, status: u16, body: &str) -> bool {
    let answer = format!(
        "HTTP/1.1 {status} Whatever\r\ncontent-type: application/json\r\ncontent-length: {}\r\n\r\n{body}",
        body.len()
    );
    stream.write_all(answer.as_bytes()).await.is_ok()
}
