/* The small headers: error, version, ctr_drbg, entropy, timing, threading, platform, psa. Texts are each library's own:
 * what is printed of an error text is its shape.
 *
 *   small CERTDIR              (the directory is not used)
 */
#include <mbedtls/build_info.h>
#include <mbedtls/ctr_drbg.h>
#include <mbedtls/debug.h>
#include <mbedtls/entropy.h>
#include <mbedtls/error.h>
#include <mbedtls/platform.h>
#include <mbedtls/platform_util.h>
#include <mbedtls/threading.h>
#include <mbedtls/timing.h>
#include <mbedtls/version.h>
#include <psa/crypto.h>
#include <stdio.h>
#include <string.h>

/* "MODULE - words" becomes "MODULE"; the unknown is printed as it is. */
static void shape(char *to, size_t size, const char *text) {
  const char *dash = strstr(text, " - ");
  if (strncmp(text, "UNKNOWN", 7) == 0 || dash == NULL) snprintf(to, size, "%s", text);
  else snprintf(to, size, "%.*s%s", (int) (dash - text), text, dash[3] ? "" : " says nothing");
}

static void error_text(int code) {
  char text[400], first[400], second[400] = "";
  memset(text, '?', sizeof text);
  mbedtls_strerror(code, text, sizeof text);
  char *joint = strstr(text, " : ");
  if (joint) {
    *joint = 0;
    shape(second, sizeof second, joint + 3);
  }
  shape(first, sizeof first, text);
  printf("%d: [%s] [%s] high %s low %s\n", code, first, second, mbedtls_high_level_strerr(code) ? "yes" : "no",
         mbedtls_low_level_strerr(code) ? "yes" : "no");
}

static void error_texts(void) {
  static const int odd[] = { 1, 0x7780, -0x7780 - 0x10, -0x7780 - 0x7f, -0x2700 - 0x60, -0x3d00 - 0x66, -0x7fff, -0x100 - 2,
                             -0x180 - 0x7f, -0x10000, 0x10000, -0x17780, -0x17781, -0x12700, 2147483647,
                             -2147483647 - 1 };
  char text[300], cut[300];
  size_t size, i, wrong = 0;
  /* every code of one part, known or not; then the odd ones */
  for (int code = 0; code <= 0x7f; code++) error_text(-code);
  for (int code = 0x80; code <= 0x8000; code += 0x80) error_text(-code);
  for (i = 0; i < sizeof odd / sizeof *odd; i++) error_text(odd[i]);

  static const int cuts[] = { 0, -0x6900, -0x52, -0x7f, -0x2700 - 0x60, -0x7fff, -0x102 };
  for (i = 0; i < sizeof cuts / sizeof *cuts; i++) {
    mbedtls_strerror(cuts[i], text, sizeof text);
    char *joint = strstr(text, " : ");
    size_t first = joint ? (size_t) (joint - text) : strlen(text);
    for (size = 0; size < sizeof cut; size++) {
      memset(cut, '?', sizeof cut);
      mbedtls_strerror(cuts[i], cut, size);
      /* what fits of the whole text; a second part needs 5 bytes behind the first */
      size_t fits = joint && size < first + 5 ? first : strlen(text);
      if (size == 0) wrong += cut[0] != '?';
      else if (size - 1 < fits) wrong += strncmp(cut, text, size - 1) != 0 || cut[size - 1] != 0;
      else wrong += strncmp(cut, text, fits) != 0 || cut[fits] != 0;
      if (size > 0) wrong += cut[size] != '?';
    }
  }
  printf("cut wrongly: %zu\n", wrong);
}

static void version(void) {
  static const char *const features[] = { "MBEDTLS_SSL_PROTO_TLS1_3", "MBEDTLS_THREADING_PTHREAD", "MBEDTLS_SSL_TLS_C",
                                          "MBEDTLS_NET_C", "MBEDTLS_VERSION_C", "MBEDTLS_VERSION_FEATURES",
                                          "MBEDTLS_SSL_EARLY_DATA", "MBEDTLS_USE_PSA_CRYPTO", "SSL_TLS_C", "",
                                          "MBEDTLS_SSL_TLS", "mbedtls_ssl_tls_c", "MBEDTLS_SSL_TLS_C " };
  char text[18];
  printf("version %08x %s\n", mbedtls_version_get_number(),
         mbedtls_version_get_number() == MBEDTLS_VERSION_NUMBER ? "as in the header" : "not as in the header");
  mbedtls_version_get_string(text);
  printf("version %s\n", text);
  mbedtls_version_get_string_full(text);
  printf("version %s\n", text);
  for (size_t i = 0; i < sizeof features / sizeof *features; i++)
    printf("feature %s: %d\n", features[i], mbedtls_version_check_feature(features[i]));
}

static char asked[64];
static int source_fails;

static int source(void *data, unsigned char *output, size_t len) {
  (void) data;
  snprintf(asked + strlen(asked), sizeof asked - strlen(asked), " %zu", len);
  memset(output, 7, len);
  return source_fails ? -1234 : 0;
}

static void show(const char *what, int ret) {
  printf("%s: %d%s%s\n", what, ret, *asked ? ", asked for" : "", asked);
  asked[0] = 0;
}

static int seed(mbedtls_ctr_drbg_context *ctx, size_t custom) {
  static const unsigned char bytes[2048];
  return mbedtls_ctr_drbg_seed(ctx, source, NULL, bytes, custom);
}

static void fresh(mbedtls_ctr_drbg_context *ctx) {
  mbedtls_ctr_drbg_free(ctx);
  mbedtls_ctr_drbg_init(ctx);
}

static void randomness(void) {
  static unsigned char a[2048], b[2048];
  mbedtls_ctr_drbg_context drbg;
  mbedtls_entropy_context entropy;
  mbedtls_entropy_init(&entropy);
  show("entropy 64", mbedtls_entropy_func(&entropy, a, 64));
  show("entropy 65", mbedtls_entropy_func(&entropy, a, 65));
  show("entropy 0", mbedtls_entropy_func(&entropy, a, 0));

  mbedtls_ctr_drbg_init(&drbg);
  show("seed", seed(&drbg, 4));
  fresh(&drbg);
  show("seed, 336 bytes more", seed(&drbg, 336));
  fresh(&drbg);
  show("seed, 337 bytes more", seed(&drbg, 337));
  fresh(&drbg);
  source_fails = 1;
  show("seed from a failing source", seed(&drbg, 0));
  source_fails = 0;
  fresh(&drbg);
  mbedtls_ctr_drbg_set_entropy_len(&drbg, 32);
  show("seed from 32 bytes", seed(&drbg, 0));
  fresh(&drbg);
  mbedtls_ctr_drbg_set_entropy_len(&drbg, 33);
  show("seed from 33 bytes", seed(&drbg, 0));
  fresh(&drbg);
  mbedtls_ctr_drbg_set_entropy_len(&drbg, 400);
  show("seed from 400 bytes", seed(&drbg, 0));
  fresh(&drbg);
  show("nonce of 385", mbedtls_ctr_drbg_set_nonce_len(&drbg, 385));
  show("nonce of 384", mbedtls_ctr_drbg_set_nonce_len(&drbg, 384));
  show("nonce of 20", mbedtls_ctr_drbg_set_nonce_len(&drbg, 20));
  show("seed", seed(&drbg, 0));
  show("nonce when seeded", mbedtls_ctr_drbg_set_nonce_len(&drbg, 20));

  show("draw 1024", mbedtls_ctr_drbg_random(&drbg, a, 1024));
  show("draw 1025", mbedtls_ctr_drbg_random(&drbg, a, 1025));
  show("draw 0", mbedtls_ctr_drbg_random(&drbg, a, 0));
  show("draw and add 256", mbedtls_ctr_drbg_random_with_add(&drbg, b, 1024, b, 256));
  show("draw and add 257", mbedtls_ctr_drbg_random_with_add(&drbg, b, 1024, b, 257));
  show("draw too much and add 257", mbedtls_ctr_drbg_random_with_add(&drbg, b, 1025, b, 257));
  printf("draws differ: %s\n", memcmp(a, b, 1024) ? "yes" : "no");
  show("reseed", mbedtls_ctr_drbg_reseed(&drbg, NULL, 0));
  show("reseed, 336 bytes more", mbedtls_ctr_drbg_reseed(&drbg, a, 336));
  show("reseed, 337 bytes more", mbedtls_ctr_drbg_reseed(&drbg, a, 337));
  source_fails = 1;
  show("reseed from a failing source", mbedtls_ctr_drbg_reseed(&drbg, NULL, 0));
  source_fails = 0;
  show("update 384", mbedtls_ctr_drbg_update(&drbg, a, 384));
  show("update 385", mbedtls_ctr_drbg_update(&drbg, a, 385));
  mbedtls_ctr_drbg_free(&drbg);
  show("seed from entropy", mbedtls_ctr_drbg_seed(&drbg, mbedtls_entropy_func, &entropy, NULL, 0));
  show("draw", mbedtls_ctr_drbg_random(&drbg, a, 16));
  mbedtls_ctr_drbg_free(&drbg);
  mbedtls_entropy_free(&entropy);

  show("psa_crypto_init", psa_crypto_init());
  show("psa_crypto_init", psa_crypto_init());
  show("psa_generate_random", psa_generate_random(a, sizeof a));
  show("psa_generate_random", psa_generate_random(NULL, 0));
  mbedtls_psa_crypto_free();
}

static void rest(void) {
  mbedtls_timing_delay_context delay;
  struct mbedtls_timing_hr_time timer;
  mbedtls_threading_mutex_t mutex;
  memset(&delay, 0, sizeof delay);
  mbedtls_timing_set_delay(&delay, 0, 0);
  show("no delay", mbedtls_timing_get_delay(&delay));
  mbedtls_timing_set_delay(&delay, 1000000, 2000000);
  show("neither delay over", mbedtls_timing_get_delay(&delay));
  mbedtls_timing_set_delay(&delay, 0, 2000000);
  show("one delay over", mbedtls_timing_get_delay(&delay));
  show("final delay", (int) mbedtls_timing_get_final_delay(&delay));
  show("stopwatch", (int) mbedtls_timing_get_timer(&timer, 1));
  show("stopwatch, within the hour", mbedtls_timing_get_timer(&timer, 0) < 3600000);

  show("lock nothing", mbedtls_mutex_lock(NULL));
  show("unlock nothing", mbedtls_mutex_unlock(NULL));
  mbedtls_mutex_init(&mutex);
  show("lock", mbedtls_mutex_lock(&mutex));
  show("unlock", mbedtls_mutex_unlock(&mutex));
  mbedtls_mutex_free(&mutex);
  show("lock when freed", mbedtls_mutex_lock(&mutex));

  char secret[] = "secret";
  mbedtls_platform_zeroize(secret, 3);
  show("zeroize", secret[0] == 0 && secret[2] == 0 && secret[3] == 'r');
  show("setup", mbedtls_platform_setup(NULL));
  mbedtls_platform_teardown(NULL);
  mbedtls_debug_set_threshold(4);
  mbedtls_debug_set_threshold(0);
}

int main(void) {
  error_texts();
  version();
  randomness();
  rest();
  return 0;
}
