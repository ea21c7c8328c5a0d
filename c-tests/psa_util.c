/* Between PSA and the older interfaces: signatures of ECDSA in both forms, names of curves and digests, random bytes. */
#include <mbedtls/psa_util.h>
#include <psa/crypto.h>
#include <stdio.h>
#include <string.h>

static unsigned char out[300];
static size_t len;

static void show(const char *what, int code) {
  printf("%s: %d", what, code);
  if (code == 0) {
    printf(" %zu ", len);
    for (size_t i = 0; i < len; i++) printf("%02x", out[i]);
  }
  puts("");
}

static void signatures(void) {
  static const size_t bits[] = { 0, 8, 192, 255, 256, 384, 521, 528, 529, 4096 };
  static const unsigned char bytes[] = { 0, 1, 0x7f, 0x80, 0xff };
  unsigned char raw[200], der[300];
  for (size_t b = 0; b < sizeof bits / sizeof *bits; b++)
    for (size_t i = 0; i < sizeof bytes; i++) {
      size_t size = (bits[b] + 7) / 8 * 2;
      if (size > sizeof raw) size = sizeof raw;
      memset(raw, bytes[i], size);
      if (bytes[i] == 1 && size > 30) memset(raw, 0, size / 2 - 3);
      printf("%zu bits of %02x\n", bits[b], bytes[i]);
      int code = mbedtls_ecdsa_raw_to_der(bits[b], raw, size, out, sizeof out, &len);
      show(" der", code);
      if (size > 2) show(" cut", mbedtls_ecdsa_raw_to_der(bits[b], raw, size - 2, out, sizeof out, &len));
      if (code) continue;
      code = mbedtls_ecdsa_raw_to_der(bits[b], raw, size, der, sizeof der, &len);
      size_t der_len = len;
      show(" little room", mbedtls_ecdsa_raw_to_der(bits[b], raw, size, out, der_len - 1, &len));
      show(" raw", mbedtls_ecdsa_der_to_raw(bits[b], der, der_len, out, sizeof out, &len));
      show(" little room", mbedtls_ecdsa_der_to_raw(bits[b], der, der_len, out, size - 1, &len));
      show(" fewer bits", mbedtls_ecdsa_der_to_raw(bits[b] - 8, der, der_len, out, sizeof out, &len));
      for (size_t cut = 0; cut < der_len; cut += der_len / 7 + 1) show(" cut", mbedtls_ecdsa_der_to_raw(bits[b], der, cut, out, sizeof out, &len));
      for (size_t at = 0; at < 5; at++) {
        der[at]++;
        printf(" byte %zu", at);
        show("", mbedtls_ecdsa_der_to_raw(bits[b], der, der_len, out, sizeof out, &len));
        der[at]--;
      }
      der[der_len] = 0;
      show(" more behind", mbedtls_ecdsa_der_to_raw(bits[b], der, der_len + 1, out, sizeof out, &len));
    }
}

int main(void) {
  signatures();
  for (unsigned family = 0; family < 256; family++)
    for (size_t bits = 0; bits < 600; bits++) {
      mbedtls_ecp_group_id group = mbedtls_ecc_group_from_psa((psa_ecc_family_t) family, bits);
      if (group != MBEDTLS_ECP_DP_NONE) printf("family %02x, %zu bits: %d\n", family, bits, (int) group);
    }
  for (int group = 0; group < 16; group++) {
    size_t bits = 7;
    psa_ecc_family_t family = mbedtls_ecc_group_to_psa((mbedtls_ecp_group_id) group, &bits);
    printf("group %d: %02x, %zu\n", group, family, bits);
  }
  for (int md = 0; md < 20; md++) printf("digest %d: %08x\n", md, (unsigned) mbedtls_md_psa_alg_from_type((mbedtls_md_type_t) md));
  for (psa_algorithm_t alg = 0x02000003; alg < 0x02000014; alg++) printf("digest %08x: %d\n", (unsigned) alg, (int) mbedtls_md_type_from_psa_alg(alg));
  psa_crypto_init();
  printf("random: %d\n", mbedtls_psa_get_random(MBEDTLS_PSA_RANDOM_STATE, out, 200));
  mbedtls_psa_crypto_free();
  return 0;
}
