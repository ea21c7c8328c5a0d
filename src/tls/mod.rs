//! TLS 1.3 (RFC 8446): bytes and time in; bytes, events and questions out.
