//! No file, however it is made, takes the memory of the program: run as a program, measured by the system.

use std::{
    fs,
    io::{Read, Write},
    net::TcpStream,
    path::Path,
    process::Stdio,
    time::Duration,
};

use zip::{ZipWriter, write::SimpleFileOptions};

use crate::cluster_nodes::{Node, PATIENCE, run, samenstuur};

/// The most memory that a file may cost, in KiB.
const MOST: u64 = 300 * 1024;

/// The most memory that a process ever held, in KiB; nothing once it is gone.
fn peak(process: u32) -> Option<u64> {
    let status = fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.trim().trim_end_matches("kB").trim().parse().ok()
}

/// Imports a file; what was said, how it ended, and the most memory it took.
fn import(data: &Path, file: &Path) -> (String, Option<i32>, u64) {
    let (data, file) = (data.to_str().expect("a path"), file.to_str().expect("a path"));
    let mut command = samenstuur(&["import", "people", file, "--data", data]);
    let mut child = command.stdout(Stdio::null()).stderr(Stdio::piped()).spawn().expect("the program starts");
    let mut most = 0;
    let status = loop {
        most = most.max(peak(child.id()).unwrap_or(0));
        if let Some(status) = child.try_wait().expect("its state") {
            break status;
        }
        std::thread::sleep(Duration::from_millis(2));
    };
    let mut said = String::new();
    child.stderr.take().expect("what it said").read_to_string(&mut said).expect("text");
    (said, status.code(), most)
}

fn workbook(file: &Path, sheet: impl FnOnce(&mut ZipWriter<fs::File>)) {
    let parts = [
        ("[Content_Types].xml", r#"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>"#),
        (
            "_rels/.rels",
            r#"<Relationships><Relationship Id="a" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#,
        ),
        (
            "xl/workbook.xml",
            r#"<workbook xmlns:r="r"><sheets><sheet name="Blad1" sheetId="1" r:id="a"/></sheets></workbook>"#,
        ),
        (
            "xl/_rels/workbook.xml.rels",
            r#"<Relationships><Relationship Id="a" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#,
        ),
    ];
    let mut zip = ZipWriter::new(fs::File::create(file).expect("a file"));
    let options = SimpleFileOptions::default().compression_level(Some(1));
    for (name, text) in parts {
        zip.start_file(name, options).expect("a part");
        zip.write_all(text.as_bytes()).expect("it is written");
    }
    zip.start_file("xl/worksheets/sheet1.xml", options).expect("a part");
    zip.write_all(b"<worksheet><sheetData>").expect("it is written");
    sheet(&mut zip);
    zip.write_all(b"</sheetData></worksheet>").expect("it is written");
    zip.finish().expect("a workbook");
}

fn cell(place: &str, row: u32, text: &str) -> String {
    format!(r#"<row r="{row}"><c r="{place}" t="inlineStr"><is><t>{text}</t></is></c></row>"#)
}

#[test]
fn no_file_takes_more_memory_than_there_is() {
    let folder = tempfile::tempdir().expect("a folder");
    let data = folder.path().join("data");
    let named = |name: &str| folder.path().join(name);
    let corners = named("corners.xlsx");
    workbook(&corners, |zip| {
        let text = cell("A1", 1, "naam") + &cell("XFD1048576", 1_048_576, "x");
        zip.write_all(text.as_bytes()).expect("it is written");
    });
    let bomb = named("bomb.xlsx");
    workbook(&bomb, |zip| {
        let piece = vec![b'x'; 1 << 20];
        zip.write_all(br#"<row r="1"><c r="A1" t="str"><v>"#).expect("it is written");
        for _ in 0..1500 {
            zip.write_all(&piece).expect("it is written");
        }
        zip.write_all(b"</v></c></row>").expect("it is written");
    });
    assert!(fs::metadata(&bomb).expect("the bomb").len() < 16 << 20);
    let text = named("text.csv");
    let mut file = fs::File::create(&text).expect("a file");
    file.write_all(b"id;naam\np1;\"").expect("it is written");
    for _ in 0..140 {
        file.write_all(&[b'x'; 1 << 20]).expect("it is written");
    }
    let rows = named("rows.csv");
    fs::write(&rows, format!("id;naam\n{}", "p;Noor\n".repeat(1_000_000))).expect("it is written");
    for (file, word) in [(corners, "100 columns"), (bomb, "256 MB"), (text, "MB"), (rows, "200000 rows")] {
        let (said, code, most) = import(&data, &file);
        assert_eq!(code, Some(2), "{}: {said}", file.display());
        assert!(said.contains(word), "{word} is not in: {said}");
        println!("{}: {} MiB at most", file.display(), most / 1024);
        assert!(most > 0 && most < MOST, "{} took {most} KiB", file.display());
    }
}

#[test]
fn visitors_who_send_files_cost_nothing() {
    let folder = tempfile::tempdir().expect("a folder");
    let data = folder.path().to_str().expect("a path");
    run(&["municipality", "add", "stad", "--name", "Stad", "--base-url", "http://stad.example", "--data", data]);
    let node = Node::start(folder.path(), &[], &[]);
    let before = peak(node.process()).expect("its memory");
    let senders: Vec<_> = (0..20)
        .map(|_| {
            let address = node.address;
            std::thread::spawn(move || {
                let mut stream = TcpStream::connect(address).expect("a connection");
                stream.set_read_timeout(Some(PATIENCE)).expect("a term");
                let length = 30 << 20;
                let head = format!(
                    "POST /beheer/import HTTP/1.1\r\nHost: {address}\r\nSec-Fetch-Site: same-origin\r\n\
                     Content-Type: multipart/form-data; boundary=x\r\nContent-Length: {length}\r\n\r\n\
                     --x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n\r\n"
                );
                let _ = stream.write_all(head.as_bytes());
                let piece = vec![b'a'; 1 << 20];
                // It may hang up: it has said no already.
                (0..29).take_while(|_| stream.write_all(&piece).is_ok()).count()
            })
        })
        .collect();
    let sent: usize = senders.into_iter().map(|sender| sender.join().expect("it sends")).sum();
    let after = peak(node.process()).expect("its memory");
    println!("{sent} MiB were sent; {} MiB before, {} MiB at most", before / 1024, after / 1024);
    assert!(after < before + 64 * 1024, "{before} KiB became {after} KiB");
}
