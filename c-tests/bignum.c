/* Big numbers: thousands of operations with pseudo-random numbers from a fixed seed. One line per operation holds how often
 * each code came and a sum over all results; SHOW=1 in the environment prints each of them. */
#include <mbedtls/bignum.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static uint64_t state = 88172645463325252u, sum;
static int codes[64], show;
static const char *operation;
static mbedtls_mpi X, Y, A, B, N, zero;

static uint64_t next(void) {
  state ^= state << 13;
  state ^= state >> 7;
  return state ^= state << 17;
}

static int source(void *count, unsigned char *out, size_t len) {
  ++*(int *) count;
  for (size_t i = 0; i < len; i++) out[i] = (unsigned char) (next() >> 24);
  return 0;
}

static void add(const char *text) {
  if (show) printf("%s\n", text);
  for (; *text; text++) sum = (sum ^ (unsigned char) *text) * 1099511628211u;
}

static void begin(const char *name) {
  operation = name;
  sum = 14695981039346656037u;
  memset(codes, 0, sizeof codes);
}

static void end(void) {
  printf("%-12s", operation);
  for (int i = 0; i < 64; i++)
    if (codes[i]) printf(" %d: %d times", -i, codes[i]);
  printf(", sum %016llx\n", (unsigned long long) sum);
}

/* Takes note of a code and, if it is 0, of a result. */
static void note(int code, const mbedtls_mpi *x) {
  char text[8192] = "";
  size_t len;
  codes[code <= 0 && code > -64 ? -code : 63]++;
  if (code == 0 && x) {
    /* the sign of 0 is not compared */
    if (mbedtls_mpi_cmp_int(x, 0) == 0) snprintf(text, sizeof text, "0");
    else if (mbedtls_mpi_write_string(x, 16, text, sizeof text, &len) != 0) printf("too long\n");
  }
  if (show) printf("%s: %d ", operation, code);
  add(text);
}

/* A number of up to so many bits: often short, often made of long runs of 0 and 1, at times negative. */
static void fill(mbedtls_mpi *x, size_t bits) {
  unsigned char bytes[1100];
  size_t len, i = 0;
  if (next() % 4 == 0) bits = bits / 8 + 1;
  bits = next() % (bits + 1);
  len = (bits + 7) / 8;
  int runs = next() % 2 == 0;
  while (i < len) {
    size_t run = runs ? next() % 20 + 1 : 1;
    unsigned char byte = (unsigned char) (runs ? (next() % 3 == 0 ? 0xff : next() % 2 ? 0 : 0x80) : next());
    while (run-- && i < len) bytes[i++] = byte;
  }
  mbedtls_mpi_read_binary(x, bytes, len);
  mbedtls_mpi_shift_r(x, len * 8 - bits);
  if (next() % 3 == 0) mbedtls_mpi_sub_mpi(x, &zero, x);
}

/* The result into a number of its own, and into each operand. */
typedef int three(mbedtls_mpi *, const mbedtls_mpi *, const mbedtls_mpi *);
static void binary(const char *name, three *f, size_t a, size_t b, int times) {
  begin(name);
  for (int i = 0; i < times; i++) {
    fill(&A, a);
    fill(&B, b);
    note(f(&X, &A, &B), &X);
    note(f(&X, &A, &A), &X);
    mbedtls_mpi_copy(&Y, &A);
    note(f(&Y, &Y, &B), &Y);
    mbedtls_mpi_copy(&Y, &B);
    note(f(&Y, &A, &Y), &Y);
  }
  end();
}

static int mul_int(mbedtls_mpi *x, const mbedtls_mpi *a, const mbedtls_mpi *b) {
  (void) b;
  return mbedtls_mpi_mul_int(x, a, next());
}
static int64_t any_int(void) {
  static const int64_t odd[] = { 0, 1, -1, 2, -2, INT64_MAX, INT64_MIN };
  return next() % 4 == 0 ? odd[next() % 7] : (int64_t) (next() >> next() % 64) * (next() % 2 ? 1 : -1);
}
static int add_int(mbedtls_mpi *x, const mbedtls_mpi *a, const mbedtls_mpi *b) {
  (void) b;
  return mbedtls_mpi_add_int(x, a, any_int());
}
static int sub_int(mbedtls_mpi *x, const mbedtls_mpi *a, const mbedtls_mpi *b) {
  (void) b;
  return mbedtls_mpi_sub_int(x, a, any_int());
}
/* The sign of a quotient that takes an operand's place is not compared: the reference loses it. */
static int div_quotient(mbedtls_mpi *x, const mbedtls_mpi *a, const mbedtls_mpi *b) {
  int code = mbedtls_mpi_div_mpi(x, NULL, a, b);
  return code == 0 && (x == a || x == b) ? mbedtls_mpi_add_abs(x, x, &zero) : code;
}
static int div_remainder(mbedtls_mpi *x, const mbedtls_mpi *a, const mbedtls_mpi *b) { return mbedtls_mpi_div_mpi(NULL, x, a, b); }
static int div_int(mbedtls_mpi *x, const mbedtls_mpi *a, const mbedtls_mpi *b) {
  mbedtls_mpi r;
  (void) b;
  mbedtls_mpi_init(&r);
  int code = mbedtls_mpi_div_int(&N, &r, a, any_int());
  if (code == 0) code = mbedtls_mpi_add_mpi(x, &N, &r);
  mbedtls_mpi_free(&r);
  return code;
}
/* By a modulus of more than 32 bits the reference is at times wrong. */
static int mod_int(mbedtls_mpi *x, const mbedtls_mpi *a, const mbedtls_mpi *b) {
  mbedtls_mpi_uint r = 0;
  (void) b;
  int code = mbedtls_mpi_mod_int(&r, a, any_int() % 0x100000000);
  return code ? code : mbedtls_mpi_lset(x, (int64_t) (r >> 1));
}

/* A result that takes the modulus's place is not compared: there the reference may not end. */
static int mod_mpi(mbedtls_mpi *x, const mbedtls_mpi *a, const mbedtls_mpi *b) {
  return x == b ? 0 : mbedtls_mpi_mod_mpi(x, a, b);
}

static int inv_mod(mbedtls_mpi *x, const mbedtls_mpi *a, const mbedtls_mpi *b) {
  return x == b ? 0 : mbedtls_mpi_inv_mod(x, a, b);
}

static void powers(size_t bits, int times) {
  begin("exp_mod");
  for (int i = 0; i < times; i++) {
    fill(&A, bits * 2);
    fill(&B, bits);
    fill(&N, bits);
    /* mostly odd and positive */
    if (next() % 8) mbedtls_mpi_set_bit(&N, 0, 1);
    if (next() % 8) mbedtls_mpi_add_abs(&N, &N, &zero);
    if (next() % 8) mbedtls_mpi_add_abs(&B, &B, &zero);
    /* what a negative multiple of the modulus leaves is not compared */
    if (mbedtls_mpi_cmp_int(&N, 0) > 0 && mbedtls_mpi_mod_mpi(&Y, &A, &N) == 0 && mbedtls_mpi_cmp_int(&Y, 0) == 0) mbedtls_mpi_lset(&A, 0);
    note(mbedtls_mpi_exp_mod(&X, &A, &B, &N, NULL), &X);
    /* in the place of a negative number, or of the exponent, the reference is at times wrong */
    mbedtls_mpi_copy(&Y, &A);
    if (mbedtls_mpi_cmp_int(&A, 0) >= 0) note(mbedtls_mpi_exp_mod(&Y, &Y, &B, &N, NULL), &Y);
  }
  end();
}

static void texts(int times) {
  begin("text");
  for (int i = 0; i < times; i++) {
    static char text[6000];
    size_t len, small;
    int radix = (int) (next() % 15) + 2;
    fill(&A, i % 100 ? 500 : 5000);
    int code = mbedtls_mpi_write_string(&A, radix, text, sizeof text, &len);
    note(code, NULL);
    add(text);
    codes[62] += len != strlen(text) + 1;
    code = mbedtls_mpi_write_string(&A, radix, text, next() % 300, &small);
    note(code, NULL);
    char number[32];
    snprintf(number, sizeof number, "%zu", small);
    add(number);
    mbedtls_mpi_write_string(&A, radix, text, sizeof text, &len);
    for (char *p = text; *p; p++)
      if (*p >= 'A' && next() % 2) *p += 'a' - 'A';
    note(mbedtls_mpi_read_string(&X, radix, text), &X);
    codes[61] += mbedtls_mpi_cmp_mpi(&X, &A) != 0;
    if (len > 2) text[next() % (len - 1)] = (char) (next() % 94 + 33);
    note(mbedtls_mpi_read_string(&X, radix, text), &X);
  }
  end();
}

static void bits(int times) {
  begin("bits");
  for (int i = 0; i < times; i++) {
    char line[200];
    unsigned char bytes[80];
    unsigned below = 7;
    fill(&A, 400);
    size_t count = next() % 500;
    snprintf(line, sizeof line, "%zu %zu %zu %d", mbedtls_mpi_bitlen(&A), mbedtls_mpi_size(&A), mbedtls_mpi_lsb(&A), mbedtls_mpi_get_bit(&A, count));
    add(line);
    mbedtls_mpi_copy(&X, &A);
    note(mbedtls_mpi_set_bit(&X, count, next() % 3 == 0), &X);
    mbedtls_mpi_copy(&X, &A);
    note(mbedtls_mpi_shift_l(&X, count), &X);
    note(mbedtls_mpi_shift_r(&X, next() % 500), &X);
    memset(bytes, 0, sizeof bytes);
    note(mbedtls_mpi_write_binary(&A, bytes, next() % 80), NULL);
    note(mbedtls_mpi_read_binary_le(&X, bytes, sizeof bytes), &X);
    memset(bytes, 0, sizeof bytes);
    note(mbedtls_mpi_write_binary_le(&A, bytes, next() % 80), NULL);
    note(mbedtls_mpi_read_binary(&X, bytes, sizeof bytes), &X);
    fill(&B, 400);
    mbedtls_mpi_grow(&A, 10);
    mbedtls_mpi_grow(&B, 10);
    note(mbedtls_mpi_lt_mpi_ct(&A, &B, &below), NULL);
    snprintf(line, sizeof line, "%u %d %d %d", below, mbedtls_mpi_cmp_mpi(&A, &B), mbedtls_mpi_cmp_abs(&A, &B), mbedtls_mpi_cmp_int(&A, any_int()));
    add(line);
    note(mbedtls_mpi_safe_cond_assign(&A, &B, next() % 2), &A);
    fill(&A, 700);
    note(mbedtls_mpi_safe_cond_swap(&A, &B, next() % 2), &A);
    note(0, &B);
  }
  end();
}

static void random_numbers(int times) {
  begin("random");
  int calls = 0;
  for (int i = 0; i < times; i++) {
    fill(&N, 300);
    note(mbedtls_mpi_random(&X, (int64_t) (next() % 6) - 1, &N, source, &calls), &X);
    note(mbedtls_mpi_fill_random(&X, next() % 70, source, &calls), &X);
  }
  end();
  printf("the source was called %d times\n", calls);
}

static void primes(int times) {
  int calls = 0;
  begin("is_prime");
  for (int i = 0; i < 3000; i++) {
    mbedtls_mpi_free(&A);
    mbedtls_mpi_lset(&A, i);
    note(mbedtls_mpi_is_prime_ext(&A, 4, source, &calls), NULL);
  }
  end();
  /* what is found differs with how the search is done */
  begin("gen_prime");
  for (int i = 0; i < times; i++) {
    size_t bits = next() % 200 + 8;
    int flags = i % 5 ? 0 : MBEDTLS_MPI_GEN_PRIME_FLAG_LOW_ERR;
    if (i % 7 == 0) flags |= MBEDTLS_MPI_GEN_PRIME_FLAG_DH, bits = next() % 60 + 8;
    mbedtls_mpi_free(&X);
    note(mbedtls_mpi_gen_prime(&X, bits, flags, source, &calls), NULL);
    int right = mbedtls_mpi_bitlen(&X) == bits && mbedtls_mpi_is_prime_ext(&X, 10, source, &calls) == 0;
    if (flags & MBEDTLS_MPI_GEN_PRIME_FLAG_DH) {
      mbedtls_mpi_shift_r(&X, 1);
      mbedtls_mpi_copy(&Y, &X);
      mbedtls_mpi_free(&X);
      mbedtls_mpi_copy(&X, &Y);
      right = right && mbedtls_mpi_is_prime_ext(&X, 10, source, &calls) == 0;
    }
    codes[60] += !right;
  }
  end();
  printf("gen_prime of 2: %d, of 8193: %d\n", mbedtls_mpi_gen_prime(&X, 2, 0, source, &calls), mbedtls_mpi_gen_prime(&X, 8193, 0, source, &calls));
}

int main(void) {
  show = getenv("SHOW") != NULL;
  mbedtls_mpi_init(&X);
  mbedtls_mpi_init(&Y);
  mbedtls_mpi_init(&A);
  mbedtls_mpi_init(&B);
  mbedtls_mpi_init(&N);
  mbedtls_mpi_init(&zero);
  binary("add_mpi", mbedtls_mpi_add_mpi, 600, 600, 1000);
  binary("sub_mpi", mbedtls_mpi_sub_mpi, 600, 600, 1000);
  binary("add_abs", mbedtls_mpi_add_abs, 300, 600, 500);
  binary("sub_abs", mbedtls_mpi_sub_abs, 600, 500, 500);
  binary("mul_mpi", mbedtls_mpi_mul_mpi, 2000, 700, 1000);
  binary("mul_mpi long", mbedtls_mpi_mul_mpi, 8000, 8000, 20);
  binary("quotient", div_quotient, 2000, 700, 1000);
  binary("remainder", div_remainder, 2000, 1500, 1000);
  binary("mod_mpi", mod_mpi, 2000, 700, 1000);
  binary("gcd", mbedtls_mpi_gcd, 600, 600, 200);
  binary("inv_mod", inv_mod, 600, 400, 400);
  binary("add_int", add_int, 200, 1, 1000);
  binary("sub_int", sub_int, 200, 1, 1000);
  binary("mul_int", mul_int, 200, 1, 1000);
  binary("div_int", div_int, 200, 1, 1000);
  binary("mod_int", mod_int, 200, 1, 1000);
  powers(150, 300);
  powers(1100, 20);
  texts(500);
  bits(1000);
  random_numbers(500);
  primes(40);
  mbedtls_mpi_free(&X);
  mbedtls_mpi_free(&Y);
  mbedtls_mpi_free(&A);
  mbedtls_mpi_free(&B);
  mbedtls_mpi_free(&N);
  mbedtls_mpi_free(&zero);
  return 0;
}
