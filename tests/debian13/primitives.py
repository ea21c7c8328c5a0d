# micropython primitives.py: digests and AES as published, whichever library computes them.
import binascii
import cryptolib
import hashlib

for name, expected in (
    ("md5", "900150983cd24fb0d6963f7d28e17f72"),  # RFC 1321
    ("sha1", "a9993e364706816aba3e25717850c26c9cd0d89d"),  # FIPS 180-4
    ("sha256", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
):
    digest = getattr(hashlib, name)(b"a")
    digest.update(b"bc")
    assert binascii.hexlify(digest.digest()).decode() == expected, name

unhex = binascii.unhexlify  # SP 800-38A, F.1.1 and F.2.1
key = unhex("2b7e151628aed2a6abf7158809cf4f3c")
text = unhex("6bc1bee22e409f96e93d7e117393172aae2d8a571e03ac9c9eb76fac45af8e51")
ecb = unhex("3ad77bb40d7a3660a89ecaf32466ef97f5d3d58503b9699de785895a96fdbaaf")
cbc = unhex("7649abac8119b246cee98e9b12e9197d5086cb9b507219ee95db113a917678b2")
iv = bytes(range(16))
assert cryptolib.aes(key, 1).encrypt(text) == ecb
assert cryptolib.aes(key, 1).decrypt(ecb) == text
assert cryptolib.aes(key, 2, iv).encrypt(text) == cbc
assert cryptolib.aes(key, 2, iv).decrypt(cbc) == text
print("md5 sha1 sha256 aes-ecb aes-cbc")
