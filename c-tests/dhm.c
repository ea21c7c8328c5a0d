/* Diffie-Hellman over finite fields: values from a source that always gives the same, odd groups, messages and files. */
#define _POSIX_C_SOURCE 200809L
#include <mbedtls/dhm.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static uint64_t state;

/* Reset before each use: the reference also draws to blind. */
static int source(void *unused, unsigned char *out, size_t len) {
  (void) unused;
  for (size_t i = 0; i < len; i++) {
    state ^= state << 13;
    state ^= state >> 7;
    state ^= state << 17;
    out[i] = (unsigned char) (state >> 24);
  }
  return 0;
}
static int same_byte(void *byte, unsigned char *out, size_t len) {
  memset(out, *(int *) byte, len);
  return 0;
}
static int fails(void *unused, unsigned char *out, size_t len) {
  (void) unused, (void) out, (void) len;
  return -77;
}

static unsigned char out[4096], other[4096];
static mbedtls_mpi P, G;
static size_t len;

static void hex(const char *what, const unsigned char *bytes, size_t count) {
  printf("%s %zu ", what, count);
  for (size_t i = 0; i < count; i++) printf("%02x", bytes[i]);
  puts("");
}

static void values(const mbedtls_dhm_context *ctx) {
  static char text[5000];
  mbedtls_mpi x;
  size_t unused;
  for (unsigned i = 0; i < 8; i++) {
    mbedtls_mpi_init(&x);
    int code = mbedtls_dhm_get_value(ctx, (mbedtls_dhm_parameter) i, &x);
    if (code == 0) code = mbedtls_mpi_write_string(&x, 16, text, sizeof text, &unused);
    printf(" value %u: %d %s\n", i, code, code ? "" : text);
    mbedtls_mpi_free(&x);
  }
  printf(" %zu bytes, %zu bits\n", mbedtls_dhm_get_len(ctx), mbedtls_dhm_get_bitlen(ctx));
}

static void group(mbedtls_dhm_context *ctx, int prime, int generator) {
  mbedtls_mpi_lset(&P, prime);
  mbedtls_mpi_lset(&G, generator);
  mbedtls_dhm_free(ctx);
  mbedtls_dhm_init(ctx);
  if (mbedtls_dhm_set_group(ctx, &P, &G) != 0) puts("not set");
}

static void empty(void) {
  mbedtls_dhm_context ctx;
  mbedtls_dhm_init(&ctx);
  values(&ctx);
  printf("empty: %d", mbedtls_dhm_make_public(&ctx, 4, out, 4, source, NULL));
  printf(" %d", mbedtls_dhm_read_public(&ctx, out, 4));
  printf(" %d", mbedtls_dhm_read_public(&ctx, out, 0));
  printf(" %d", mbedtls_dhm_calc_secret(&ctx, out, 100, &len, source, NULL));
  printf(" %d\n", mbedtls_dhm_make_params(&ctx, 4, out, &len, source, NULL));
  mbedtls_dhm_free(&ctx);
}

static void small(void) {
  static const int primes[] = { 0, -23, 22, 1, 2, 3, 4, 5, 7, 11, 65537 };
  mbedtls_dhm_context ctx;
  mbedtls_dhm_init(&ctx);
  for (size_t i = 0; i < sizeof primes / sizeof *primes; i++)
    for (int g = 0; g < 4; g++) {
      group(&ctx, primes[i], g);
      state = 5;
      printf("prime %d, generator %d: %zu, %d", primes[i], g, mbedtls_dhm_get_len(&ctx), mbedtls_dhm_make_public(&ctx, 1, out, 1, source, NULL));
      printf(" %d\n", mbedtls_dhm_make_params(&ctx, 1, out, &len, source, NULL));
    }
  group(&ctx, 23, 5);
  for (int byte = 0; byte < 256; byte += 8) {
    int code = mbedtls_dhm_make_public(&ctx, 1, out, 1, same_byte, &byte);
    printf("%02x: %d %02x\n", byte, code, code ? 0 : out[0]);
  }
  for (int size = -1; size < 4; size++)
    for (size_t room = 0; room < 4; room++) {
      state = 7;
      printf("secret of %d, room for %zu: %d\n", size, room, mbedtls_dhm_make_public(&ctx, size, out, room, source, NULL));
    }
  values(&ctx);
  for (int y = 0; y < 30; y++) {
    out[0] = (unsigned char) y;
    printf("peer %d: %d", y, mbedtls_dhm_read_public(&ctx, out, 1));
    int code = mbedtls_dhm_calc_secret(&ctx, out, 5, &len, source, NULL);
    printf(" %d", code);
    if (code == 0) printf(" %02x of %zu", out[0], len);
    puts("");
  }
  printf("2 bytes: %d, none: %d\n", mbedtls_dhm_read_public(&ctx, out, 2), mbedtls_dhm_read_public(&ctx, out, 0));
  out[0] = 7;
  printf("no room: %d %d", mbedtls_dhm_read_public(&ctx, out, 1), mbedtls_dhm_calc_secret(&ctx, out, 0, &len, source, NULL));
  printf(", no source: %d\n", mbedtls_dhm_calc_secret(&ctx, out, 5, &len, NULL, NULL));
  values(&ctx);
  printf("a source that fails: %d", mbedtls_dhm_make_public(&ctx, 1, out, 1, fails, NULL));
  printf(" %d\n", mbedtls_dhm_make_params(&ctx, 1, out, &len, fails, NULL));
  group(&ctx, 65537, 5);
  for (int byte = 0; byte < 9; byte++)
    for (size_t room = 1; room < 5; room++) {
      int code = mbedtls_dhm_make_public(&ctx, 1, out, room, same_byte, &byte);
      printf("short secret %d, room for %zu: %d", byte, room, code);
      if (code == 0) hex("", out, room);
      else puts("");
    }
  printf("short, a source that fails: %d", mbedtls_dhm_make_public(&ctx, 1, out, 3, fails, NULL));
  printf(" %d\n", mbedtls_dhm_make_params(&ctx, 1, out, &len, fails, NULL));
  group(&ctx, 65536, 5);
  out[0] = 7;
  printf("no prime: %d", mbedtls_dhm_read_public(&ctx, out, 1));
  printf(" %d", mbedtls_dhm_make_params(&ctx, 1, out, &len, source, NULL));
  printf(" %d\n", mbedtls_dhm_calc_secret(&ctx, out, 100, &len, source, NULL));
  mbedtls_mpi_lset(&P, 1);
  mbedtls_mpi_shift_l(&P, 8999);
  mbedtls_mpi_add_int(&P, &P, 1);
  mbedtls_dhm_set_group(&ctx, &P, &G);
  printf("9000 bits: %d\n", mbedtls_dhm_make_public(&ctx, 32, out, 1125, source, NULL));
  mbedtls_dhm_free(&ctx);
}

static void large(const char *name, const unsigned char *p, size_t p_len, const unsigned char *g, size_t g_len, int secret) {
  mbedtls_dhm_context a, b;
  unsigned char *at = out;
  mbedtls_dhm_init(&a);
  mbedtls_dhm_init(&b);
  mbedtls_mpi_read_binary(&P, p, p_len);
  mbedtls_mpi_read_binary(&G, g, g_len);
  printf("%s: %d\n", name, mbedtls_dhm_set_group(&a, &P, &G));
  state = 99;
  printf("params %d\n", mbedtls_dhm_make_params(&a, secret, out, &len, source, NULL));
  hex("params", out, len);
  for (size_t cut = 0; cut < len; cut += cut < 8 || cut > len - 4 ? 1 : 37) {
    at = out;
    int code = mbedtls_dhm_read_params(&b, &at, out + cut);
    printf("cut at %zu: %d, at %zu\n", cut, code, (size_t) (at - out));
  }
  at = out;
  printf("read %d", mbedtls_dhm_read_params(&b, &at, out + len));
  printf(", at %zu\n", (size_t) (at - out));
  state = 1234;
  printf("public %d\n", mbedtls_dhm_make_public(&b, (int) p_len, other, p_len, source, NULL));
  hex("public", other, p_len);
  printf("read %d\n", mbedtls_dhm_read_public(&a, other, p_len));
  printf("secret %d\n", mbedtls_dhm_calc_secret(&a, out, sizeof out, &len, source, NULL));
  hex("secret", out, len);
  printf("secret %d\n", mbedtls_dhm_calc_secret(&b, other, p_len, &len, source, NULL));
  printf("the same: %s\n", memcmp(out, other, len) ? "no" : "yes");
  mbedtls_dhm_free(&a);
  mbedtls_dhm_free(&b);
}

#define LARGE(name, secret)                                                                    \
  do {                                                                                         \
    static const unsigned char p[] = MBEDTLS_DHM_##name##_P_BIN, g[] = MBEDTLS_DHM_##name##_G_BIN; \
    large(#name, p, sizeof p, g, sizeof g, secret);                                            \
  } while (0)

static void messages(void) {
  static const unsigned char message[] = { 0, 1, 23, 0, 1, 5, 0, 1, 7, 99 };
  mbedtls_dhm_context ctx;
  unsigned char edited[10], *at;
  mbedtls_dhm_init(&ctx);
  for (size_t i = 0; i < sizeof message; i++)
    for (int value = 0; value < 25; value++) {
      memcpy(edited, message, sizeof edited);
      edited[i] = (unsigned char) value;
      at = edited;
      int code = mbedtls_dhm_read_params(&ctx, &at, edited + sizeof edited);
      printf("byte %zu is %d: %d, at %zu\n", i, value, code, (size_t) (at - edited));
    }
  mbedtls_dhm_free(&ctx);
}

static void parsing(void) {
  static const struct {
    const char *name;
    unsigned char der[24];
    size_t len;
  } ders[] = {
    { "plain", { 0x30, 6, 2, 1, 23, 2, 1, 5 }, 8 },
    { "with a length", { 0x30, 9, 2, 1, 23, 2, 1, 5, 2, 1, 4 }, 11 },
    { "with a length of 0", { 0x30, 9, 2, 1, 23, 2, 1, 5, 2, 1, 0 }, 11 },
    { "with something else", { 0x30, 9, 2, 1, 23, 2, 1, 5, 4, 1, 0 }, 11 },
    { "with two lengths", { 0x30, 12, 2, 1, 23, 2, 1, 5, 2, 1, 0, 2, 1, 3 }, 14 },
    { "more behind", { 0x30, 6, 2, 1, 23, 2, 1, 5, 0 }, 9 },
    { "too short", { 0x30, 7, 2, 1, 23, 2, 1, 5 }, 8 },
    { "no generator", { 0x30, 3, 2, 1, 23 }, 5 },
    { "empty", { 0x30, 0 }, 2 },
    { "a set", { 0x31, 6, 2, 1, 23, 2, 1, 5 }, 8 },
    { "nothing", { 0 }, 0 },
    { "one byte", { 0x30 }, 1 },
    { "negative", { 0x30, 6, 2, 1, 0x97, 2, 1, 5 }, 8 },
    { "octets", { 0x30, 6, 4, 1, 23, 2, 1, 5 }, 8 },
    { "even", { 0x30, 6, 2, 1, 22, 2, 1, 5 }, 8 },
    { "zero", { 0x30, 6, 2, 1, 0, 2, 1, 0 }, 8 },
    { "a number without bytes", { 0x30, 5, 2, 0, 2, 1, 5 }, 7 },
    { "a negative length", { 0x30, 9, 2, 1, 23, 2, 1, 5, 2, 1, 0x84 }, 11 },
    { "a long length", { 0x30, 13, 2, 1, 23, 2, 1, 5, 2, 5, 1, 1, 1, 1, 1 }, 15 },
  };
#define BEGIN "-----BEGIN DH PARAMETERS-----\n"
#define END "-----END DH PARAMETERS-----\n"
  static const char *const texts[] = {
    BEGIN "MAYCARcCAQU=\n" END,
    BEGIN "MAYCARcCAQU=\n",
    BEGIN "MAYCA*cCAQU=\n" END,
    BEGIN END,
    "-----BEGIN X9.42 DH PARAMETERS-----\nMAYCARcCAQU=\n-----END X9.42 DH PARAMETERS-----\n",
    "",
    "junk",
    "junk\n-----BEGIN CERTIFICATE-----\nMAYCARcCAQU=\n-----END CERTIFICATE-----\n" BEGIN "MAYCARcCAQU=\n" END "more",
    BEGIN "Proc-Type: 4,ENCRYPTED\nDEK-Info: AES-128-CBC,00112233445566778899AABBCCDDEEFF\n\nMAYCARcCAQUAAAAAAAAAAA==\n" END,
    BEGIN "MAYCARcCAQUA\n" END,
  };
  mbedtls_dhm_context ctx;
  char name[] = "/tmp/dhm-XXXXXX";
  int descriptor = mkstemp(name);
  mbedtls_dhm_init(&ctx);
  for (size_t i = 0; i < sizeof ders / sizeof *ders; i++) {
    printf("%s: %d", ders[i].name, mbedtls_dhm_parse_dhm(&ctx, ders[i].der, ders[i].len));
    printf(", %zu\n", mbedtls_dhm_get_len(&ctx));
    mbedtls_dhm_free(&ctx);
  }
  for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
    printf("text %zu: %d", i, mbedtls_dhm_parse_dhm(&ctx, (const unsigned char *) texts[i], strlen(texts[i]) + 1));
    printf(", %zu", mbedtls_dhm_get_len(&ctx));
    mbedtls_dhm_free(&ctx);
    printf(", without NUL: %d\n", mbedtls_dhm_parse_dhm(&ctx, (const unsigned char *) texts[i], strlen(texts[i])));
    mbedtls_dhm_free(&ctx);
  }
  printf("no file: %d\n", mbedtls_dhm_parse_dhmfile(&ctx, "/nonexistent"));
  for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
    FILE *file = fopen(name, "w");
    fputs(texts[i], file);
    fclose(file);
    printf("file %zu: %d\n", i, mbedtls_dhm_parse_dhmfile(&ctx, name));
    mbedtls_dhm_free(&ctx);
  }
  FILE *file = fopen(name, "w");
  fwrite(ders[0].der, 1, ders[0].len, file);
  fclose(file);
  printf("file of DER: %d\n", mbedtls_dhm_parse_dhmfile(&ctx, name));
  values(&ctx);
  mbedtls_dhm_free(&ctx);
  close(descriptor);
  remove(name);
}

int main(void) {
  mbedtls_mpi_init(&P);
  mbedtls_mpi_init(&G);
  empty();
  small();
  LARGE(RFC3526_MODP_2048, 32);
  LARGE(RFC3526_MODP_3072, 384);
  LARGE(RFC3526_MODP_4096, 40);
  LARGE(RFC7919_FFDHE2048, 256);
  LARGE(RFC7919_FFDHE3072, 32);
  LARGE(RFC7919_FFDHE4096, 32);
  LARGE(RFC7919_FFDHE6144, 32);
  LARGE(RFC7919_FFDHE8192, 32);
  messages();
  parsing();
  printf("self-test: %d\n", mbedtls_dhm_self_test(0));
  mbedtls_mpi_free(&P);
  mbedtls_mpi_free(&G);
  return 0;
}
