//! Our encoder beside the original.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde::Deserialize;

use super::*;

static ENCODER_FILE: &[u8] =
    include_bytes!("../../../models/use-multilingual-v3/encoder.safetensors");
static TABLE_FILE: &[u8] = include_bytes!("../../../models/static-en/table.safetensors");
static PIECES: &str = include_str!("../../../models/static-en/vocab.txt");

#[derive(Deserialize)]
struct Line {
    text: String,
    vector: String,
}

fn cosine(a: &[f32], b: &[f32]) -> f32 {
    let dot = |a: &[f32], b: &[f32]| a.iter().zip(b).map(|(a, b)| a * b).sum::<f32>();
    dot(a, b) / (dot(a, a) * dot(b, b)).sqrt().max(1e-9)
}

/// Lines in fourteen languages; `tests/vectors/reference.py` made the expected vectors.
#[test]
fn vectors_are_those_of_the_original() {
    let vectors = Vectors::default().with_encoder(ENCODER_FILE).expect("the encoder's file");
    let lines: Vec<Line> = include_str!("../../../tests/vectors/reference.jsonl")
        .lines()
        .map(|line| serde_json::from_str(line).expect("a line of the reference"))
        .collect();
    assert!(lines.len() >= 150, "{} lines", lines.len());
    let texts: Vec<&str> = lines.iter().map(|line| line.text.as_str()).collect();
    let made = vectors.encode(&texts).expect("an encoder");
    for (line, made) in lines.iter().zip(made.chunks(ENCODER)) {
        let bytes = STANDARD.decode(&line.vector).expect("base64");
        let expected: Vec<f32> = bytes.iter().map(|b| f32::from(b.cast_signed())).collect();
        let alike = cosine(made, &expected);
        assert!(alike >= 0.999, "{alike} {:?}", line.text);
        let alone = vectors.encode(&[&line.text]).expect("an encoder");
        assert!(cosine(made, &alone) > 0.99999, "alone it differs: {:?}", line.text);
    }
}

#[test]
fn what_means_the_same_lies_close_in_every_language() {
    let vectors = Vectors::default().with_encoder(ENCODER_FILE).expect("the encoder's file");
    let texts = [
        "I would like to talk to a person",
        "Ich möchte mit einem Menschen sprechen",
        "Quiero hablar con una persona",
        "How long does the battery last in winter?",
    ];
    let made = vectors.encode(&texts).expect("an encoder");
    let at = |i: usize| &made[i * ENCODER..(i + 1) * ENCODER];
    for same in [1, 2] {
        let (near, far) = (cosine(at(0), at(same)), cosine(at(3), at(same)));
        assert!(near > 0.6 && near > far + 0.3, "{}: {near} and {far}", texts[same]);
    }
}

#[test]
fn any_text_has_a_vector_and_long_ones_are_cut() {
    let vectors = Vectors::default()
        .with_encoder(ENCODER_FILE)
        .expect("the encoder's file")
        .with_table(TABLE_FILE, PIECES)
        .expect("the table's files");
    let long = "how much is the long one? ".repeat(400);
    for text in ["", " ", "\u{0}", "👍🏽", "ﬁ½…", "\u{202e}שלום", "é".repeat(500).as_str(), &long]
    {
        let made = vectors.encode(&[text]).expect("an encoder");
        assert!(made.len() == ENCODER && made.iter().all(|x| x.is_finite()), "{text:?}");
        let table = vectors.table.as_ref().expect("a table").vector(text);
        assert!(table.len() == TABLE && table.iter().all(|x| x.is_finite()), "{text:?}");
    }
}

#[test]
fn files_that_are_cut_short_are_refused() {
    assert!(Vectors::default().with_encoder(&ENCODER_FILE[..1_000]).is_err());
    assert!(Vectors::default().with_encoder(b"nonsense").is_err());
    assert!(Vectors::default().with_table(TABLE_FILE, "one\ntwo\n").is_err());
}

#[test]
fn the_table_cuts_words_into_its_pieces() {
    let vectors = Vectors::default().with_table(TABLE_FILE, PIECES).expect("the table's files");
    let table = vectors.table.as_ref().expect("a table");
    assert!(table.knows("delivery") && !table.knows("delviery"));
    let (a, b) = (table.vector("Is delivery FREE?"), table.vector("is  Délivery free ?"));
    assert!(cosine(&a, &b) > 0.9999);
    let shipping = table.vector("shipping costs nothing");
    assert!(cosine(&shipping, &a) > cosine(&shipping, &table.vector("my dog is brown")));
}
