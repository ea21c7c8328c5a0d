# python3 bitlocker.py VOLUME PASSWORD CONTENT: a small volume encrypted as BitLocker does it with AES-128-CBC, as far as dislocker reads
# one, with the content at 64 KiB. The ciphers are openssl's.
import hashlib
import os
import struct
import subprocess
import sys
import zlib

volume, password, content = sys.argv[1:]
SECTOR, SIZE, BOOT_SECTORS, CONTENT = 512, 0x80000, 0x20000, 0x10000
METADATA = 0x30000, 0x40000, 0x50000
AES_128_CBC = 0x8002
ENTRY_VMK, ENTRY_FVEK, ENTRY_VIRTUAL = 2, 3, 15
KEY, STRETCH_KEY, AES_CCM, VMK, VIRTUAL = 1, 3, 5, 8, 15


def aes(mode, key, data, iv=None):
    command = ["openssl", "enc", f"-aes-{len(key) * 8}-{mode}", "-nopad", "-K", key.hex()] + (["-iv", iv.hex()] if iv else [])
    return subprocess.run(command, input=data, stdout=subprocess.PIPE, check=True).stdout


def sealed(key, text):  # RFC 3610 with a nonce of 12 bytes and a tag of 16
    nonce = os.urandom(12)
    first = b"\x3a" + nonce + len(text).to_bytes(3, "big")
    tag = aes("cbc", key, first + text + bytes(-len(text) % 16), bytes(16))[-16:]
    return nonce + aes("ctr", key, tag + text, b"\x02" + nonce + bytes(3))


def datum(entry, value, body):
    return struct.pack("<4H", 8 + len(body), entry, value, 1) + body


def key_of(password, salt):
    start = hashlib.sha256(hashlib.sha256(password.encode("utf-16-le")).digest()).digest()
    key = bytes(32)
    for count in range(0x100000):
        key = hashlib.sha256(key + start + salt + struct.pack("<Q", count)).digest()
    return key


def encrypted(key, at, text):  # each sector with an IV of its own: its place, encrypted
    sectors = range(0, len(text), SECTOR)
    ivs = aes("ecb", key, b"".join(struct.pack("<QQ", at + n, 0) for n in sectors))
    return b"".join(aes("cbc", key, text[n : n + SECTOR], ivs[n // 32 : n // 32 + 16]) for n in sectors)


salt, master_key, key = os.urandom(16), os.urandom(32), os.urandom(16)
user_key = key_of(password, salt)
master = datum(0, KEY, struct.pack("<HH", 0x2003, 0) + master_key)
data = datum(
    ENTRY_VMK,
    VMK,
    os.urandom(16)
    + struct.pack("<QHH", 0, 0, 0x2000)  # it is protected by a password
    + datum(0, STRETCH_KEY, struct.pack("<HH", 0x1000, 0) + salt)
    + datum(0, AES_CCM, sealed(user_key, master)),
)
data += datum(ENTRY_FVEK, AES_CCM, sealed(master_key, datum(0, KEY, struct.pack("<HH", AES_128_CBC, 0) + key)))
data += datum(ENTRY_VIRTUAL, VIRTUAL, struct.pack("<QQ", BOOT_SECTORS, 16 * SECTOR))
data = struct.pack("<4I16sIHHQ", 48 + len(data), 1, 48, 48 + len(data), os.urandom(16), 1, AES_128_CBC, 0, 0) + data
data += bytes(-len(data) % 16)
header = struct.pack("<8s4HQII3QQ", b"-FVE-FS-", (64 + len(data)) // 16, 2, 4, 4, SIZE, 0, 16, *METADATA, BOOT_SECTORS)
metadata = header + data + struct.pack("<HHI", 8, 2, zlib.crc32(header + data))

ntfs = bytearray(16 * SECTOR)
struct.pack_into("<3s8sHB", ntfs, 0, b"\xeb\x52\x90", b"NTFS    ", SECTOR, 8)
struct.pack_into("<QQQ", ntfs, 40, SIZE // SECTOR - 1, 4, 8)
ntfs[510:512] = b"\x55\xaa"

image = bytearray(SIZE)
struct.pack_into("<3s8sHB", image, 0, b"\xeb\x58\x90", b"-FVE-FS-", SECTOR, 8)
struct.pack_into("<Q", image, 40, SIZE // SECTOR)
struct.pack_into("<16s3Q", image, 160, bytes.fromhex("3bd66749292ed84a8399f6a339e3d001"), *METADATA)
image[510:512] = b"\x55\xaa"
for at in METADATA:
    image[at : at + len(metadata)] = metadata
text = open(content, "rb").read(32 * SECTOR)
for at, plain in (BOOT_SECTORS, bytes(ntfs)), (CONTENT, text):
    image[at : at + len(plain)] = encrypted(key, at, plain)
open(volume, "wb").write(image)
