//! Files: posters, cards, uploads. Behind `object_store`, in the data folder unless an installation says otherwise.

use std::{path::Path, sync::Arc};

use kernel::{MunicipalityId, Problem, Result};
use object_store::{ObjectStore, ObjectStoreExt, PutPayload, local::LocalFileSystem, path::Path as Key};

/// The files of this installation. Cheap to clone.
#[derive(Clone)]
pub struct Files(Arc<dyn ObjectStore>);

impl Files {
    /// In the folder `files` of the data folder, which is made when it is not there.
    ///
    /// # Errors
    /// When the folder cannot be made.
    pub fn in_folder(data: &Path) -> Result<Self> {
        let folder = data.join("files");
        std::fs::create_dir_all(&folder).map_err(Problem::fault)?;
        Ok(Self(Arc::new(LocalFileSystem::new_with_prefix(folder).map_err(Problem::fault)?)))
    }

    /// Keeps a file of a town; one with the same name is replaced as a whole.
    pub async fn put(&self, town: MunicipalityId, name: &str, bytes: Vec<u8>) -> Result<()> {
        self.0.put(&key(town, name), PutPayload::from(bytes)).await.map_err(Problem::fault)?;
        Ok(())
    }

    /// A file of a town, if it is there.
    pub async fn get(&self, town: MunicipalityId, name: &str) -> Result<Option<Vec<u8>>> {
        match self.0.get(&key(town, name)).await {
            Ok(found) => Ok(Some(found.bytes().await.map_err(Problem::fault)?.to_vec())),
            Err(object_store::Error::NotFound { .. }) => Ok(None),
            Err(error) => Err(Problem::fault(error)),
        }
    }

    /// Keeps a file that was made of something, together with the digest of what it was made of: one file, so that the two
    /// never differ.
    pub async fn put_made(&self, town: MunicipalityId, name: &str, of: [u8; 32], bytes: &[u8]) -> Result<()> {
        self.put(town, name, [of.as_slice(), bytes].concat()).await
    }

    /// A file made of exactly this; nothing when it was never made, or of what was there before.
    pub async fn get_made(&self, town: MunicipalityId, name: &str, of: [u8; 32]) -> Result<Option<Vec<u8>>> {
        let found = self.get(town, name).await?;
        Ok(found.and_then(|bytes| bytes.strip_prefix(of.as_slice()).map(<[u8]>::to_vec)))
    }

    /// Throws a file of a town away; nothing happens when it is not there.
    ///
    /// # Errors
    /// When the store refuses.
    pub async fn delete(&self, town: MunicipalityId, name: &str) -> Result<()> {
        match self.0.delete(&key(town, name)).await {
            Ok(()) | Err(object_store::Error::NotFound { .. }) => Ok(()),
            Err(error) => Err(Problem::fault(error)),
        }
    }
}

/// Parts of a name become parts of the key; `..` and the like are escaped by the store's own path type.
fn key(town: MunicipalityId, name: &str) -> Key {
    Key::from_iter(std::iter::once(town.to_string()).chain(name.split('/').map(str::to_owned)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn what_was_made_of_something_else_is_not_found() {
        let dir = tempfile::tempdir().expect("a folder");
        let files = Files::in_folder(dir.path()).expect("a store");
        let town = MunicipalityId(uuid::Uuid::from_u128(1));
        files.put_made(town, "poster", [1; 32], b"one").await.expect("it is kept");
        assert_eq!(files.get_made(town, "poster", [1; 32]).await.expect("it reads").as_deref(), Some(&b"one"[..]));
        assert_eq!(files.get_made(town, "poster", [2; 32]).await.expect("it reads"), None);
        assert_eq!(files.get_made(town, "other", [1; 32]).await.expect("it reads"), None);
    }

    #[tokio::test]
    async fn a_file_is_found_in_its_own_town_alone() {
        let dir = tempfile::tempdir().expect("a folder");
        let files = Files::in_folder(dir.path()).expect("a store");
        let (here, there) = (MunicipalityId(uuid::Uuid::from_u128(1)), MunicipalityId(uuid::Uuid::from_u128(2)));
        files.put(here, "posters/a.pdf", b"one".to_vec()).await.expect("it is kept");
        files.put(here, "posters/a.pdf", b"two".to_vec()).await.expect("it is replaced");
        assert_eq!(files.get(here, "posters/a.pdf").await.expect("it reads").as_deref(), Some(&b"two"[..]));
        assert_eq!(files.get(there, "posters/a.pdf").await.expect("it reads"), None);
        assert_eq!(files.get(there, "../../etc/passwd").await.expect("it reads"), None);
        files.delete(here, "posters/a.pdf").await.expect("it goes");
        files.delete(here, "posters/a.pdf").await.expect("twice is fine");
        assert_eq!(files.get(here, "posters/a.pdf").await.expect("it reads"), None);
    }
}
