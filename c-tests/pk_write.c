/* Keys out and in again: what is written, byte for byte, of every private key file in tests/keys that both libraries read. */
#include "support/bytes.h"

#include <mbedtls/pk.h>
#include <stdio.h>
#include <string.h>

static const char *folder = "tests/keys";
static unsigned seed = 1;

static void say(const char *what, int code) { printf("%s: %s0x%04x\n", what, code < 0 ? "-" : "", (unsigned) (code < 0 ? -code : code)); }

static void bytes(const unsigned char *p, size_t length) {
  printf("  ");
  for (size_t i = 0; i < length; i++) printf("%02x", p[i]);
  printf("\n");
}

typedef int write_function(const mbedtls_pk_context *, unsigned char *, size_t);

/* The smallest room that is enough, and the code of less. */
static void rooms(const char *what, write_function *write, const mbedtls_pk_context *pk, size_t enough) {
  unsigned char buffer[6000];
  size_t size;
  for (size = enough; size > 0 && write(pk, buffer, size) >= 0; size--) {
  }
  printf("%s: %zu bytes are enough", what, size + 1);
  say(", less", write(pk, buffer, size));
  say(" none", write(pk, buffer, 0));
}

static void one(const char *name, const char *password) {
  char path[4096];
  unsigned char der[6000], public_der[6000], pem[8000];
  mbedtls_pk_context pk, again, public_key;
  mbedtls_pk_init(&pk);
  mbedtls_pk_init(&again);
  mbedtls_pk_init(&public_key);
  snprintf(path, sizeof path, "%s/%s", folder, name);
  say(name, mbedtls_pk_parse_keyfile(&pk, path, password, pseudo_random, &seed));

  int length = mbedtls_pk_write_key_der(&pk, der, sizeof der);
  bytes(der + sizeof der - length, (size_t) length);
  say(" read again", mbedtls_pk_parse_key(&again, der + sizeof der - length, (size_t) length, NULL, 0, pseudo_random, &seed));
  say(" a pair", mbedtls_pk_check_pair(&pk, &again, pseudo_random, &seed));
  rooms(" der", mbedtls_pk_write_key_der, &again, sizeof der);

  int public_length = mbedtls_pk_write_pubkey_der(&pk, public_der, sizeof public_der);
  bytes(public_der + sizeof public_der - public_length, (size_t) public_length);
  say(" read again", mbedtls_pk_parse_public_key(&public_key, public_der + sizeof public_der - public_length, (size_t) public_length));
  say(" a pair", mbedtls_pk_check_pair(&public_key, &pk, pseudo_random, &seed));
  rooms(" public der", mbedtls_pk_write_pubkey_der, &public_key, sizeof der);
  say(" private of the public one", mbedtls_pk_write_key_der(&public_key, der, sizeof der));
  say(" text of the public one", mbedtls_pk_write_key_pem(&public_key, der, sizeof der));
  say(" sign with the public one", mbedtls_pk_sign(&public_key, MBEDTLS_MD_SHA256, der, 32, pem, sizeof pem, &(size_t) { 0 }, pseudo_random, &seed));

  unsigned char *at = der + sizeof der;
  int raw = mbedtls_pk_write_pubkey(&at, der, &pk);
  printf(" bare: %d, %d\n", raw, (int) (der + sizeof der - at));
  bytes(at, (size_t) raw);
  at = der + 10;
  say(" bare, too small", mbedtls_pk_write_pubkey(&at, der, &pk));

  /* other keys follow: the reader stops behind its own */
  unsigned char two[12000];
  memcpy(two, public_der + sizeof public_der - public_length, (size_t) public_length);
  memset(two + public_length, 0x30, 10);
  mbedtls_pk_free(&public_key);
  at = two;
  say(" one of several", mbedtls_pk_parse_subpubkey(&at, two + public_length + 10, &public_key));
  printf(" %d bytes\n", (int) (at - two));
  mbedtls_pk_free(&public_key);
  say(" cut", mbedtls_pk_parse_subpubkey(&at, at + 1, &public_key));

  say(" text", mbedtls_pk_write_key_pem(&pk, pem, sizeof pem));
  printf("%s", (char *) pem);
  mbedtls_pk_free(&again);
  say(" read again", mbedtls_pk_parse_key(&again, pem, strlen((char *) pem) + 1, NULL, 0, pseudo_random, &seed));
  rooms(" text", mbedtls_pk_write_key_pem, &pk, strlen((char *) pem) + 100);
  say(" public text", mbedtls_pk_write_pubkey_pem(&pk, pem, sizeof pem));
  printf("%s", (char *) pem);
  rooms(" public text", mbedtls_pk_write_pubkey_pem, &pk, strlen((char *) pem) + 100);
  mbedtls_pk_free(&pk);
  mbedtls_pk_free(&again);
  mbedtls_pk_free(&public_key);
}

int main(void) {
  static const char *names[] = { "rsa1024.pem", "rsa2048.pem", "rsa2048.pk8.der", "rsa3072.der", "rsa4096.pem", "prime256v1.pem", "prime256v1.nopublic.pem",
                                 "prime256v1.pk8.der", "secp384r1.der", "secp384r1.nopublic.pem", "secp521r1.pem", "secp521r1.nopublic.pem", "secp521r1.pk8.pem",
                                 "secp256k1.pem", "secp256k1.der" };
  for (size_t i = 0; i < sizeof names / sizeof *names; i++) one(names[i], NULL);
  one("prime256v1.SHA256.pk8.pem", "secret");
  one("prime256v1.aes-128-cbc.pem", "secret");
  mbedtls_pk_context empty;
  unsigned char buffer[100];
  mbedtls_pk_init(&empty);
  say("nothing", mbedtls_pk_write_key_der(&empty, buffer, sizeof buffer));
  say("nothing", mbedtls_pk_write_key_pem(&empty, buffer, sizeof buffer));
  say("nothing", mbedtls_pk_write_pubkey_der(&empty, buffer, sizeof buffer));
  say("nothing", mbedtls_pk_write_pubkey_pem(&empty, buffer, sizeof buffer));
  return 0;
}
