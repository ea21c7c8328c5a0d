/* XTS over the text itself, where the last two blocks share bytes: the same as into another buffer, and back again.
 *
 *   xts_in_place CERTDIR              (the directory is not used)
 */
#include "support/bytes.h"

#include <mbedtls/aes.h>
#include <stdio.h>
#include <string.h>

int main(void) {
  mbedtls_aes_xts_context enc, dec;
  unsigned char key[32], unit[16], text[70], same[70], other[70];
  fill(key, sizeof key);
  fill(unit, sizeof unit);
  fill(text, sizeof text);
  mbedtls_aes_xts_init(&enc);
  mbedtls_aes_xts_init(&dec);
  mbedtls_aes_xts_setkey_enc(&enc, key, 256);
  mbedtls_aes_xts_setkey_dec(&dec, key, 256);
  for (size_t len = 16; len < sizeof text; len++) {
    memcpy(same, text, sizeof text);
    mbedtls_aes_crypt_xts(&enc, MBEDTLS_AES_ENCRYPT, len, unit, text, other);
    mbedtls_aes_crypt_xts(&enc, MBEDTLS_AES_ENCRYPT, len, unit, same, same);
    printf("%zu bytes: %s", len, memcmp(same, other, len) ? "differ" : "same");
    mbedtls_aes_crypt_xts(&dec, MBEDTLS_AES_DECRYPT, len, unit, other, other);
    printf(", back %s\n", memcmp(other, text, len) ? "differ" : "same");
  }
  mbedtls_aes_xts_free(&enc);
  mbedtls_aes_xts_free(&dec);
  return 0;
}
