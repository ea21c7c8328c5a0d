//! Why a certificate or a revocation list was refused: the part, and the encoding error if it was one.

use super::der::DerError;

/// The parts that the C API tells apart.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Part {
    /// No part in particular: the encoding error stands for itself.
    Encoding,
    /// The outermost structure, or what has no name of its own.
    Format,
    /// The version number's encoding.
    Version,
    /// The serial number.
    Serial,
    /// An algorithm identifier or its parameters.
    Algorithm,
    /// A distinguished name.
    Name,
    /// A point in time.
    Date,
    /// The public key.
    Key,
    /// The extensions.
    Extensions,
    /// The signature's encoding.
    Signature,
    /// The version is none that exists.
    UnknownVersion,
    /// Nobody here knows this signature algorithm.
    UnknownSignatureAlgorithm,
    /// The parameters of a signature algorithm name a digest that nobody here knows.
    UnknownDigest,
    /// They name a mask generation function that nobody here knows.
    UnknownMask,
    /// An alternative name's content does not suit its kind.
    AlternativeName,
    /// The algorithm inside the signed part is not the one outside.
    SignatureMismatch,
    /// An extension demands something that is not done here.
    Unavailable,
}

/// What is wrong with the input.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Error {
    /// Where it is wrong.
    pub part: Part,
    /// The encoding error, if it is one.
    pub cause: Option<DerError>,
}

impl Error {
    /// An encoding error in this part.
    pub const fn because(part: Part, cause: DerError) -> Self {
        Self { part, cause: Some(cause) }
    }
}

impl From<Part> for Error {
    fn from(part: Part) -> Self {
        Self { part, cause: None }
    }
}

/// Says in which part of a certificate an encoding error was met.
pub trait At<T> {
    /// Makes the error one of `part`.
    fn at(self, part: Part) -> Result<T, Error>;
}

impl<T> At<T> for Result<T, DerError> {
    fn at(self, part: Part) -> Result<T, Error> {
        self.map_err(|cause| Error::because(part, cause))
    }
}
