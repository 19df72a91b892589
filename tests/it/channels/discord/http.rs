//! A server that can misbehave: requests are read by hand, and answered, cut or garbled at will.

use std::collections::HashMap;
use std::future::Future;
use std::sync::Arc;

use tokio::io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpStream};

/// A request as it came.
#[derive(Clone, Debug)]
pub struct Request {
    pub method: String,
    /// Without the query.
    pub path: String,
    pub query: HashMap<String, String>,
    pub headers: HashMap<String, String>,
    pub body: Vec<u8>,
}

/// What the client gets.
#[derive(Clone, Debug)]
pub enum Answer {
    /// An answer of HTTP.
    Told { status: u16, headers: Vec<(&'static str, String)>, body: Vec<u8> },
    /// The connection ends without a word.
    Cut,
}

impl Answer {
    pub fn json(status: u16, body: &serde_json::Value) -> Self {
        Self::Told { status, headers: Vec::new(), body: body.to_string().into_bytes() }
    }

    pub fn with(mut self, name: &'static str, value: impl ToString) -> Self {
        if let Self::Told { headers, .. } = &mut self {
            headers.push((name, value.to_string()));
        }
        self
    }
}

/// Serves until the task is dropped. `cut_unread` is asked before a request is read.
pub async fn serve<H, F, C>(listener: TcpListener, cut_unread: C, handle: H)
where
    H: Fn(Request) -> F + Send + Sync + 'static,
    F: Future<Output = Answer> + Send,
    C: Fn(&str) -> bool + Send + Sync + 'static,
{
    let (handle, cut_unread) = (Arc::new(handle), Arc::new(cut_unread));
    while let Ok((stream, _)) = listener.accept().await {
        let (handle, cut_unread) = (handle.clone(), cut_unread.clone());
        tokio::spawn(async move {
            let _ = stream.set_nodelay(true);
            let mut stream = BufReader::new(stream);
            while let Some(request) = read(&mut stream, &*cut_unread).await {
                let answer = handle(request).await;
                if !write(&mut stream, answer).await {
                    return;
                }
            }
        });
    }
}

async fn read(
    stream: &mut BufReader<TcpStream>,
    cut_unread: &(impl Fn(&str) -> bool + ?Sized),
) -> Option<Request> {
    let mut line = String::new();
    if stream.read_line(&mut line).await.ok()? == 0 {
        return None;
    }
    if cut_unread(&line) {
        return None;
    }
    let mut words = line.split_whitespace();
    let (method, target) = (words.next()?.to_owned(), words.next()?.to_owned());
    let mut headers = HashMap::new();
    loop {
        let mut line = String::new();
        stream.read_line(&mut line).await.ok()?;
        let Some((name, value)) = line.trim_end().split_once(':') else { break };
        headers.insert(name.to_lowercase(), value.trim().to_owned());
    }
    let length = headers.get("content-length").and_then(|text| text.parse().ok()).unwrap_or(0);
    let mut body = vec![0; length];
    stream.read_exact(&mut body).await.ok()?;
    let (path, query) = target.split_once('?').unwrap_or((&target, ""));
    let query = query
        .split('&')
        .filter_map(|pair| pair.split_once('='))
        .map(|(name, value)| (name.to_owned(), value.to_owned()))
        .collect();
    Some(Request { method, path: path.to_owned(), query, headers, body })
}

async fn write(stream: &mut BufReader<TcpStream>, answer: Answer) -> bool {
    let Answer::Told { status, headers, body } = answer else { return false };
    let mut head = format!(
        "HTTP/1.1 {status} Some Reason\r\ncontent-type: application/json\r\ncontent-length: {}\r\n",
        body.len()
    );
    for (name, value) in headers {
        head.push_str(&format!("{name}: {value}\r\n"));
    }
    head.push_str("\r\n");
    let mut bytes = head.into_bytes();
    bytes.extend(body);
    stream.write_all(&bytes).await.is_ok() && stream.flush().await.is_ok()
}
