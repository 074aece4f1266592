//! Which of Simkl's flows worked last for a client id, so that the next launch asks the right one first.
//!
//! A hint, no more: a memory that cannot be read or written costs one request.

use std::collections::BTreeMap;
use std::io::Write;
use std::path::{Path, PathBuf};

use crate::authorization::Flow;
use crate::plain_file;

/// A line per client id, of which a person has one or two.
const LARGEST: u64 = 64 * 1024;

/// The memory of one client id.
#[derive(Debug)]
pub struct FlowMemory {
    file: PathBuf,
    client_id: String,
}

impl FlowMemory {
    /// The memory in a folder, which need not exist.
    #[must_use]
    pub fn new(folder: &Path, client_id: String) -> Self {
        Self {
            file: folder.join("simkl.flows.json"),
            client_id,
        }
    }

    /// The flow that worked last.
    #[must_use]
    pub fn recall(&self) -> Option<Flow> {
        self.read().get(&self.client_id).copied()
    }

    /// Remembers the flow that works.
    pub fn remember(&self, flow: Flow) {
        let mut flows = self.read();
        if flows.insert(self.client_id.clone(), flow) == Some(flow) {
            return;
        }
        if let Err(error) = self.write(&flows) {
            tracing::debug!(%error, "the flow that worked could not be remembered");
        }
    }

    fn read(&self) -> BTreeMap<String, Flow> {
        plain_file::read(&self.file, LARGEST)
            .ok()
            .and_then(|json| serde_json::from_slice(&json).ok())
            .unwrap_or_default()
    }

    fn write(&self, flows: &BTreeMap<String, Flow>) -> std::io::Result<()> {
        let folder = self.file.parent().unwrap_or(Path::new("."));
        let mut fresh = tempfile::NamedTempFile::new_in(folder)?;
        fresh.write_all(&serde_json::to_vec(flows)?)?;
        fresh.persist(&self.file)?;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn each_client_id_has_its_own_memory() {
        let folder = tempfile::tempdir().unwrap();
        let memory = |id: &str| FlowMemory::new(folder.path(), id.to_owned());
        assert_eq!(memory("a").recall(), None);
        memory("a").remember(Flow::Device);
        memory("b").remember(Flow::Pin);
        assert_eq!(memory("a").recall(), Some(Flow::Device));
        assert_eq!(memory("b").recall(), Some(Flow::Pin));
    }

    #[test]
    fn a_broken_memory_is_no_memory() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("simkl.flows.json"), "{").unwrap();
        let memory = FlowMemory::new(folder.path(), "a".to_owned());
        assert_eq!(memory.recall(), None);
        memory.remember(Flow::Pin);
        assert_eq!(memory.recall(), Some(Flow::Pin));
    }

    #[cfg(unix)]
    #[test]
    fn a_pipe_in_its_place_is_not_waited_for() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("simkl.flows.json");
        let pipe = std::process::Command::new("mkfifo").arg(&file).status();
        assert!(pipe.unwrap().success());
        let memory = FlowMemory::new(folder.path(), "a".to_owned());
        assert_eq!(memory.recall(), None);
        memory.remember(Flow::Pin);
        assert_eq!(memory.recall(), Some(Flow::Pin));
    }
}
