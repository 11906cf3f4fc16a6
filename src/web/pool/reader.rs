//! Who reads tables and pictures that people hand in: a worker of its own, started when it is first wanted, so that those
//! who live worlds go on.

use super::Pool;
use super::live::{Heard, Live};
use crate::protocol::{BUILD, FromWorker, Kind, Reply, Request, ToWorker, decode};
use crate::session::kept::Said as Kept;
use crate::session::workshop::Said as Workshop;
use crate::session::{Message, page};
use std::rc::Rc;

impl Pool {
    /// Has a worker make a place from files.
    pub fn read_place(&mut self, tables: &[(String, Rc<Vec<u8>>)], area: String) {
        let files = tables
            .iter()
            .map(|(name, bytes)| (name.clone(), bytes.to_vec()))
            .collect();
        self.have_read(Request::ReadPlace { files, area });
    }

    /// Has a worker read the code in a picture.
    pub fn read_code(&mut self, width: u32, luma: &[u8]) {
        let luma = luma.to_vec();
        self.have_read(Request::ReadCode { width, luma });
    }

    /// What is said to a worker that is starting waits until it listens.
    fn have_read(&mut self, request: Request) {
        if self.reader.is_none() {
            self.births += 1;
            let number = self.live.len();
            self.reader = Live::start(Kind::Answers, number, self.births, &self.tell);
        }
        if let Some(reader) = &self.reader {
            reader.send(&ToWorker::Request(request));
        }
    }

    /// Takes in what the reader said.
    pub(super) fn heard_of_reader(&mut self, birth: u32, heard: Heard) -> Vec<Message> {
        if self.reader.as_ref().is_none_or(|live| live.birth != birth) {
            return Vec::new();
        }
        let Heard::Bytes(bytes) = heard else {
            // The next one who wants something read starts another.
            self.reader = None;
            return Vec::new();
        };
        match decode::<FromWorker>(&bytes) {
            Ok(FromWorker::Reply(Reply::PlaceRead(answer))) => {
                vec![Message::Kept(Kept::PlaceRead(answer))]
            }
            Ok(FromWorker::Reply(Reply::CodeRead(answer))) => {
                vec![Message::Workshop(Workshop::PictureRead(answer))]
            }
            Ok(FromWorker::Ready { build }) if build != BUILD => {
                self.reader = None;
                vec![Message::Page(page::Said::NewerBuild)]
            }
            _ => Vec::new(),
        }
    }
}
