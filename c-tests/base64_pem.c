/* Base64 and PEM: random bytes there and back, text that is nearly base64, blocks that are nearly PEM, encrypted blocks.
 *
 *   base64_pem CERTDIR              (the directory is not used)
 */
#include "support/bytes.h"

#include <mbedtls/base64.h>
#include <mbedtls/pem.h>
#include <stdio.h>
#include <string.h>

static unsigned char bytes[300], text[1000], back[1000];

static void there_and_back(void) {
  for (size_t len = 0; len < 130; len++) {
    size_t olen = 77, again = 77;
    fill(bytes, sizeof bytes);
    memset(text, '?', sizeof text);
    printf("%zu: %d ", len, mbedtls_base64_encode(NULL, 0, &olen, bytes, len));
    size_t needed = olen;
    int code = needed ? mbedtls_base64_encode(text, needed - 1, &olen, bytes, len) : 0;
    printf("%zu, one less %d %zu, ", needed, code, olen);
    code = mbedtls_base64_encode(text, needed, &olen, bytes, len);
    printf("enough %d %zu [%.*s] %d\n", code, olen, (int) olen, text, text[olen]);
    code = mbedtls_base64_decode(NULL, 0, &again, text, olen);
    printf("  back %d %zu,", code, again);
    code = again ? mbedtls_base64_decode(back, again - 1, &again, text, olen) : 0;
    printf(" one less %d %zu,", code, again);
    code = mbedtls_base64_decode(back, again, &again, text, olen);
    printf(" enough %d %zu %d\n", code, again, memcmp(back, bytes, len));
  }
}

/* Random texts of few characters, so that odd neighbours are common. */
static void nearly(void) {
  static const char *const alphabets[] = { "AB= \n\r", "Zm9vYg=", "A/+=\n", "AAAAAAAA=-_.\t", "AbC \n", "abcdefgh\r\n =\x80\xff" };
  for (unsigned round = 0; round < 4000; round++) {
    const char *alphabet = alphabets[round % 6];
    size_t len = pick(14), olen = 77, n = strlen(alphabet);
    for (size_t i = 0; i < len; i++) text[i] = (unsigned char) alphabet[pick((unsigned) n)];
    int code = mbedtls_base64_decode(NULL, 0, &olen, text, len);
    printf("%u: %d %zu", round, code, code == -0x2c ? 0 : olen);
    olen = 77;
    memset(back, 0xaa, sizeof back);
    code = mbedtls_base64_decode(back, sizeof back, &olen, text, len);
    printf(" %d ", code);
    if (code == 0) for (size_t i = 0; i < olen; i++) printf("%02x", back[i]);
    printf("\n");
  }
}

static void read_block(const char *what, const char *header, const char *footer, const char *data, const char *password) {
  mbedtls_pem_context pem;
  size_t used = 77, len = 0;
  mbedtls_pem_init(&pem);
  int code = mbedtls_pem_read_buffer(&pem, header, footer, (const unsigned char *) data, (const unsigned char *) password,
                                     password ? strlen(password) : 0, &used);
  printf("%s: %d, used %zu", what, code, used);
  if (code == 0) {
    const unsigned char *found = mbedtls_pem_get_buffer(&pem, &len);
    show_bytes("", 0, found, len);
  } else {
    printf("\n");
  }
  mbedtls_pem_free(&pem);
}

#define B "-----BEGIN X-----"
#define E "-----END X-----"

static void blocks(void) {
  static const char *const texts[] = {
    "", B, E, B E, B "\n" E, B "\nAQID\n" E, B "\nAQID\n" E "\n", B "\nAQID\n" E "\r\nmore", B "\r\nAQID\r\n" E " \n\n",
    B " \r\nAQID\n" E, B "  \nAQID\n" E, B "AQID\n" E, B "\rAQID\n" E, B "\n\n\nAQID\n\n" E, "text\n" B "\nAQID\n" E "text", E "\n" B "\nAQID\n" E,
    B "\nAQID\nAQ==\n" E, B "\nAQ=\n" E, B "\nAQ\n" E, B "\nAQI*\n" E, B "\n AQID\n" E, B "\nAQID \n" E, B "\nAQID\t\n" E, B "\nAQID" E,
    B "\n" B "\nAQID\n" E, B "\nAQID\n-----END Y-----\n" E, B "\n====\n" E, B "\n \n" E, B "\n=\n" E, B "\nA\n" E,
    "-----BEGIN X----\nAQID\n" E, "\n" B "\nAQIDBAUGBwgJ\nAQID\n" E "\n" B "\nAQID\n" E "\n", B "\nMAMCAQ==\n" E, B "\nMAMCAQE=\n" E,
  };
  static const char *const encrypted[] = {
    "Proc-Type: 4,ENCRYPTED", "Proc-Type: 4,ENCRYPTED\n", "Proc-Type: 4,ENCRYPTED\nDEK-Info: ", "Proc-Type: 4,ENCRYPTED\nAQID\n",
    "Proc-Type: 4,ENCRYPTED\nDEK-Info: AES-128-CBC,00112233445566778899aabbccddeeff\n\nAQID\n",
    "Proc-Type: 4,ENCRYPTED\nDEK-Info: AES-128-CBC,00112233445566778899aabbccddeef\n\nAQID\n",
    "Proc-Type: 4,ENCRYPTED\nDEK-Info: AES-128-CBC,00112233445566778899aabbccddeefg\n\nAQID\n",
    "Proc-Type: 4,ENCRYPTED\nDEK-Info: AES-128-CBC,00112233445566778899aabbccddeeff00\n\nAQID\n",
    "Proc-Type: 4,ENCRYPTED\nDEK-Info: AES-100-CBC,00112233445566778899aabbccddeeff\n\nAQID\n",
    "Proc-Type: 4,ENCRYPTED\nDEK-Info: RC2-CBC,0011223344556677\n\nAQID\n",
    "Proc-Type: 4,ENCRYPTED\nDEK-Info: DES-CBC,0011223344556677\n\nAQID\n",
    "Proc-Type: 4,ENCRYPTED\nDEK-Info: DES-CBC,00112233445566\n\nAQID\n",
    "Proc-Type: 4,ENCRYPTED\nDEK-Info: DES-CBC,0011223344556677\n\n*QID\n",
    "Proc-Type: 4,ENCRYPTED\nDEK-Info: DES-EDE3-CBC,0011223344556677",
    "Proc-Type: 4,ENCRYPTED\nDEK-Info: DES-EDE3-CBC,0011223344556677\n",
    "Proc-Type: 4,ENCRYPTED\nDEK-Info: DES-EDE3-CBC,0011223344556677\nAQID\n",
    "Proc-Type: 4,ENCRYPTED\r\nDEK-Info: DES-EDE3-CBC,0011223344556677\r\n\r\nAQIDBAUGBwg=\r\n",
    "Proc-Type: 4,ENCRYPTED \nDEK-Info: DES-EDE3-CBC,0011223344556677\n\nAQIDBAUGBwg=\n",
    "Proc-Type:4,ENCRYPTED\nDEK-Info: DES-EDE3-CBC,0011223344556677\n\nAQIDBAUGBwg=\n",
    "Proc-Type: 4,MIC-CLEAR\n\nAQIDBAUGBwg=\n",
  };
  char what[20], block[300];
  for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
    snprintf(what, sizeof what, "text %zu", i);
    read_block(what, B, E, texts[i], NULL);
    read_block(what, B, E, texts[i], "password");
  }
  for (size_t i = 0; i < sizeof encrypted / sizeof *encrypted; i++) {
    snprintf(what, sizeof what, "encrypted %zu", i);
    snprintf(block, sizeof block, B "\n%s" E "\n", encrypted[i]);
    read_block(what, B, E, block, NULL);
    read_block(what, B, E, block, "password");
  }
}

/* Made by OpenSSL, from the same small key: openssl ec -aes128, -aes192, -aes256, -des3 and -des, password "secret". */
static const char *const keys[] = {
  "-----BEGIN EC PRIVATE KEY-----\n"
  "Proc-Type: 4,ENCRYPTED\n"
  "DEK-Info: AES-128-CBC,477EFB0C975F2A63DE129B4A242AAABA\n"
  "\n"
  "J1TZqyu3MGeRBwNrYdewtuJplPS8oB9sqrqNI5ayki32ljlV/YveVpIsrksmqc8/\n"
  "RU8bpQxFfXP6GK2VY3XikZu1bBsyM1IwdHVBX9Fzjp5TCzUvFqqoSu4oV6YeHauJ\n"
  "1N5Iq4yHAbDOQSQCeBL9ibd+QZSbuflBx2AgGTIh+H0=\n"
  "-----END EC PRIVATE KEY-----\n",
  "-----BEGIN EC PRIVATE KEY-----\n"
  "Proc-Type: 4,ENCRYPTED\n"
  "DEK-Info: AES-192-CBC,85B1899DBF46F5FB01B32BCAB2E263F8\n"
  "\n"
  "FYx/wKi8jCG+iEGqX0NnrsqciNjf2wjXn70HkNk6NrVjTYp3iRyzttNcGiJdDZo8\n"
  "RhS3nY1kb5kRfmEU+ABfr4eF02jcdIWRsr6jpESYDyHEo9rGIJT9W8dComJdlTVW\n"
  "TyCQzh0IIONAxcdQ7Gn7JVKh8wN6xiP50OYlvHfM5mk=\n"
  "-----END EC PRIVATE KEY-----\n",
  "-----BEGIN EC PRIVATE KEY-----\n"
  "Proc-Type: 4,ENCRYPTED\n"
  "DEK-Info: AES-256-CBC,9B259090E348C2CDA062E78A34EADD11\n"
  "\n"
  "yW6hUyK2AKNsOAJwLrEq9Uf9pChxR0J+tRwgf85bzJI0EWQ1+QcsNpDBtfP4yDfq\n"
  "QRRbvd/px46lsxV06CwbsPTlvei+PKicHSsdSrpnSimvYKOt+ONDb9jb4NwXWVif\n"
  "TF9M06Q7HMfpR30emcGvKODHz5kVkcpIsQbg4as4NYE=\n"
  "-----END EC PRIVATE KEY-----\n",
  "-----BEGIN EC PRIVATE KEY-----\n"
  "Proc-Type: 4,ENCRYPTED\n"
  "DEK-Info: DES-EDE3-CBC,A6EB2BD76F3D4C42\n"
  "\n"
  "I8sXza/kgRKtMNQ1B6A5Ww1JIL2wUHPrpaSUF1255VyUb4FD9bhtwNwuo4xfG+38\n"
  "bsA15Gr9G/PcT8jaq7P/pqgsrE9CPa6BIoLM0Cl7LCtGbcX+ltP5JJd7lPxxrZvr\n"
  "H1qwqFi6SmQdSZDtSXxsHBwTyGsV4XuDau31iFKcgjw=\n"
  "-----END EC PRIVATE KEY-----\n",
  "-----BEGIN EC PRIVATE KEY-----\n"
  "Proc-Type: 4,ENCRYPTED\n"
  "DEK-Info: DES-CBC,2E179D7ABB224478\n"
  "\n"
  "LGPF0DroOHhlB1Ljr4lY+gpPP1MvIH9uiVVFguNiqM3K9x1BBkeFnRyFk7FI3CNy\n"
  "MjbmwwWaX61bQX3UFjaTMblYGehPIe0gmbu11sIxMxl1L/0Dpg2Yya8QsjxGX2g1\n"
  "dyX/SBCYvkPMrnlp6aHlzMWr+zm6/Wt+jpzhhwIInKA=\n"
  "-----END EC PRIVATE KEY-----\n",
};

static void decrypted(void) {
  for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
    read_block("right", "-----BEGIN EC PRIVATE KEY-----", "-----END EC PRIVATE KEY-----", keys[i], "secret");
    read_block("none", "-----BEGIN EC PRIVATE KEY-----", "-----END EC PRIVATE KEY-----", keys[i], NULL);
    read_block("empty", "-----BEGIN EC PRIVATE KEY-----", "-----END EC PRIVATE KEY-----", keys[i], "");
    for (char wrong[] = "wrong0"; wrong[5] <= '9'; wrong[5]++)
      read_block("wrong", "-----BEGIN EC PRIVATE KEY-----", "-----END EC PRIVATE KEY-----", keys[i], wrong);
  }
}

static void written(void) {
  for (size_t len = 0; len < 150; len++) {
    size_t olen = 77;
    fill(bytes, sizeof bytes);
    int code = mbedtls_pem_write_buffer(B "\n", E "\n", bytes, len, NULL, 0, &olen);
    printf("%zu: %d %zu", len, code, olen);
    size_t needed = olen;
    memset(text, '?', sizeof text);
    code = mbedtls_pem_write_buffer(B "\n", E "\n", bytes, len, text, needed - 1, &olen);
    printf(", one less %d %zu", code, olen);
    code = mbedtls_pem_write_buffer(B "\n", E "\n", bytes, len, text, needed + 3, &olen);
    printf(", enough %d %zu\n%s", code, olen, text);
    show_bytes("buffer", 0, text, needed + 5);
    /* From the end of the same buffer, as certificates are written. */
    memcpy(text + sizeof text - len, bytes, len);
    code = mbedtls_pem_write_buffer(B "\n", E "\n", text + sizeof text - len, len, text, sizeof text, &olen);
    show_bytes("in place", code, text, sizeof text);
  }
}

int main(void) {
  there_and_back();
  nearly();
  blocks();
  decrypted();
  written();
  mbedtls_pem_free(NULL);
  printf("self test: %d\n", mbedtls_base64_self_test(0));
  return 0;
}
