/* What is released of a private key was wiped before: the program's own free() looks at each block for the private exponent or
 * scalar. The copies that ring keeps of the keys that TLS signs with are not looked for. */
#define _GNU_SOURCE
#include "support/bytes.h"

#include <mbedtls/pk.h>
#include <malloc.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

extern void __libc_free(void *p);

static unsigned char straight[16], backwards[16];
static int watching, found;

void free(void *p) {
  if (p && watching) {
    size_t size = malloc_usable_size(p);
    if (memmem(p, size, straight, sizeof straight) || memmem(p, size, backwards, sizeof backwards)) found++;
  }
  __libc_free(p);
}

/* The first bytes that are written of the key's secret, found by `start` in its DER. */
static void watch(const char *name, const unsigned char *start, size_t length, size_t skip) {
  char path[4096];
  unsigned char der[3000], hash[32] = { 1 }, sig[600];
  unsigned seed = 1;
  size_t n = 0;
  mbedtls_pk_context pk;
  mbedtls_pk_init(&pk);
  snprintf(path, sizeof path, "tests/keys/%s", name);
  if (mbedtls_pk_parse_keyfile(&pk, path, NULL, pseudo_random, &seed)) puts("no key");
  int written = mbedtls_pk_write_key_der(&pk, der, sizeof der);
  unsigned char *at = memmem(der + sizeof der - written, (size_t) written, start, length);
  if (at == NULL) {
    puts("no secret");
    return;
  }
  memcpy(straight, at + length + skip, sizeof straight);
  for (size_t i = 0; i < sizeof straight; i++) backwards[i] = straight[sizeof straight - 1 - i];
  memset(der, 0, sizeof der);
  found = 0;
  /* under valgrind free() is its own */
  const char *preload = getenv("LD_PRELOAD");
  watching = preload == NULL || strstr(preload, "vgpreload") == NULL;
  mbedtls_pk_free(&pk);
  printf("%s, released: %d\n", name, found);
  mbedtls_pk_parse_keyfile(&pk, path, NULL, pseudo_random, &seed);
  printf("%s, read: %d\n", name, found);
  mbedtls_pk_sign(&pk, MBEDTLS_MD_SHA256, hash, sizeof hash, sig, sizeof sig, &n, pseudo_random, &seed);
  printf("%s, signed: %d\n", name, found);
  mbedtls_pk_write_key_pem(&pk, der, sizeof der);
  printf("%s, written: %d\n", name, found);
  mbedtls_pk_check_pair(&pk, &pk, pseudo_random, &seed);
  mbedtls_pk_free(&pk);
  printf("%s, released: %d\n", name, found);
  watching = 0;
}

int main(void) {
  /* the public exponent, and the frame of the private one */
  watch("rsa1024.pem", (const unsigned char *) "\x02\x03\x01\x00\x01\x02\x81", 7, 4);
  watch("secp256k1.pem", (const unsigned char *) "\x02\x01\x01\x04\x20", 5, 3);
  return 0;
}
