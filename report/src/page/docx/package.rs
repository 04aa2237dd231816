//! The zip file around a Word document: finds its parts, and unpacks no more than the limits allow.

use std::io::{Cursor, Read};

use zip::ZipArchive;
use zip::result::ZipError;

use super::xml::{Step, Xml};
use super::{MAX_PART, MAX_PARTS, MAX_TOTAL, text};
use crate::page::{Other, Refused};

/// What each file's entry in the directory of a zip file begins with.
const ENTRY: &[u8] = b"PK\x01\x02";

/// A Word file.
pub(super) struct Package<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
    /// The parts' names, as they are compared: without case, with `/`.
    names: Vec<String>,
    /// Bytes that may still be unpacked.
    budget: usize,
}

impl<'a> Package<'a> {
    pub(super) fn open(bytes: &'a [u8]) -> Result<Self, Refused> {
        // Counted before the directory is read: reading it takes memory for each.
        let entries =
            bytes.windows(ENTRY.len()).filter(|window| *window == ENTRY).take(MAX_PARTS + 1).count();
        if entries > MAX_PARTS {
            return Err(Refused::TooManyParts);
        }
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(|error| damaged(&error))?;
        if archive.len() > MAX_PARTS {
            return Err(Refused::TooManyParts);
        }
        let names = (0..archive.len())
            .map(|index| {
                archive
                    .name_for_index(index)
                    .and_then(Result::ok)
                    .map_or_else(String::new, |name| normal(&name))
            })
            .collect();
        Ok(Self { archive, names, budget: MAX_TOTAL })
    }

    /// The name of the main part, which the package's relations tell.
    pub(super) fn main(&mut self) -> Result<String, Refused> {
        const RELATIONS: &str = "_rels/.rels";
        let relations = self.read(RELATIONS)?;
        let main = match relations {
            Some(bytes) => main_of(RELATIONS, &text(RELATIONS, &bytes)?)?,
            None => None,
        };
        let main = main.ok_or_else(|| self.other())?;
        let kind = |folder: &str| main.starts_with(folder);
        match () {
            () if kind("xl/") => Err(Refused::Other(Other::Excel)),
            () if kind("ppt/") => Err(Refused::Other(Other::Slides)),
            () => Ok(main),
        }
    }

    /// What a zip file is that is no Word file.
    fn other(&self) -> Refused {
        let has = |name: &str| self.names.iter().any(|known| known == name);
        let document = has("content.xml") && has("mimetype");
        match () {
            () if document => Refused::Other(Other::OpenDocument),
            () if has("ofd.xml") => Refused::Other(Other::Printed),
            () if has("[content_types].xml") => Refused::NoMainPart,
            () if self.names.iter().any(|name| name.ends_with(".docx") || name.ends_with(".doc")) => {
                Refused::Other(Other::Archive)
            }
            () => Refused::NoMainPart,
        }
    }

    /// Parts that others' tools keep, and we do.
    pub(super) fn custom(&self) -> Vec<String> {
        let is = |name: &&String| {
            name.strip_prefix("customxml/")
                .is_some_and(|name| name.starts_with("item") && !name.contains("props"))
                && name.ends_with(".xml")
        };
        self.names.iter().filter(is).cloned().collect()
    }

    /// A part's bytes; none where there is no such part.
    pub(super) fn read(&mut self, part: &str) -> Result<Option<Vec<u8>>, Refused> {
        let part = normal(part);
        let Some(index) = self.names.iter().position(|name| *name == part) else { return Ok(None) };
        let file = self.archive.by_index(index).map_err(|error| damaged(&error))?;
        let most = MAX_PART.min(self.budget);
        let mut bytes = Vec::new();
        // By counting: what the directory says of its size may be a lie.
        file.take(most as u64 + 1)
            .read_to_end(&mut bytes)
            .map_err(|error| Refused::Zip(error.to_string()))?;
        if bytes.len() > most {
            return Err(Refused::PartTooLarge { part });
        }
        self.budget -= bytes.len();
        Ok(Some(bytes))
    }
}

fn normal(name: &str) -> String {
    name.replace('\\', "/").trim_start_matches("./").trim_start_matches('/').to_lowercase()
}

fn damaged(error: &ZipError) -> Refused {
    match error {
        ZipError::UnsupportedArchive(problem) if *problem == ZipError::PASSWORD_REQUIRED => {
            Refused::Encrypted
        }
        error => Refused::Zip(error.to_string()),
    }
}

/// Where the relation to the main part leads.
fn main_of(part: &str, text: &str) -> Result<Option<String>, Refused> {
    let mut xml = Xml::new(part, text);
    while let Some(step) = xml.step()? {
        if let Step::Start { element, .. } = step
            && element.local_name().as_ref() == "Relationship"
            && xml.attribute(&element, "Type")?.is_some_and(|kind| kind.ends_with("/officeDocument"))
        {
            return Ok(xml.attribute(&element, "Target")?.map(|target| normal(&target)));
        }
    }
    Ok(None)
}
