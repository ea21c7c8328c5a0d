/* Big numbers at their edges: signs, zero, limits, odd arguments, files. */
#include <mbedtls/bignum.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static mbedtls_mpi X, Y, A, B, N;

static void show(const char *what, int code, const mbedtls_mpi *x) {
  char text[8192];
  size_t len;
  printf("%s: %d", what, code);
  if (code == 0 && mbedtls_mpi_write_string(x, 16, text, sizeof text, &len) == 0) printf(" [%s] %zu", text, len);
  puts("");
}

static int calls, fill;
static int same_byte(void *unused, unsigned char *out, size_t len) {
  (void) unused;
  calls++;
  memset(out, fill, len);
  return 0;
}
static int fails(void *unused, unsigned char *out, size_t len) {
  (void) unused, (void) out, (void) len;
  return -77;
}

static mbedtls_mpi *is(mbedtls_mpi *x, int value) {
  mbedtls_mpi_free(x);
  mbedtls_mpi_lset(x, value);
  return x;
}

static void writing(void) {
  static const int bits[] = { 0, 1, 2, 3, 4, 5, 7, 8, 9, 15, 16, 17, 31, 32, 33, 63, 64, 65, 127, 128, 129, 1000 };
  char text[2000];
  size_t len;
  for (int radix = -1; radix <= 17; radix++) {
    len = 0;
    int none = mbedtls_mpi_write_string(&X, radix, text, sizeof text, &len);
    printf("radix %d: nothing %d %zu", radix, none, none ? 0 : len);
    for (size_t i = 0; i < sizeof bits / sizeof *bits; i++) {
      is(&A, bits[i] > 0);
      mbedtls_mpi_shift_l(&A, bits[i] ? (size_t) bits[i] - 1 : 0);
      size_t wanted = 0;
      int code = mbedtls_mpi_write_string(&A, radix, text, 0, &wanted);
      if (code != MBEDTLS_ERR_MPI_BUFFER_TOO_SMALL) continue;
      printf(" %d:%zu,%d,%d", bits[i], wanted, mbedtls_mpi_write_string(&A, radix, text, wanted - 1, &len),
             mbedtls_mpi_write_string(&A, radix, text, wanted, &len));
      printf(",%zu", len);
    }
    puts("");
  }
}

static void reading(void) {
  static const char *const texts[] = { "", "-", "0", "-0", "00", "-00", "1", "-1", "a", "A", "g", "12 ", "+1", " 1", "1-", "--1", "0x10", "-f",
                                       "0000000000000000000000000000000001" };
  for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
    for (int radix = 2; radix <= 16; radix += 7) {
      printf("[%s] in base %d", texts[i], radix);
      show("", mbedtls_mpi_read_string(is(&X, 5), radix, texts[i]), &X);
    }
  for (int radix = -1; radix < 20; radix++) printf("base %d: %d\n", radix, mbedtls_mpi_read_string(&X, radix, "1"));
  char *digits = malloc(200001);
  memset(digits, 'f', 200000);
  digits[160001] = 0;
  printf("160001 digits: %d\n", mbedtls_mpi_read_string(&X, 16, digits));
  digits[160000] = 0;
  printf("160000 digits: %d, %zu bits\n", mbedtls_mpi_read_string(&X, 16, digits), mbedtls_mpi_bitlen(&X));
  memset(digits, '0', 170000);
  digits[170000] = 0;
  printf("170000 zeros: %d\n", mbedtls_mpi_read_string(&X, 16, digits));
  memset(digits, '1', 170000);
  printf("170000 binary digits: %d, %zu bits\n", mbedtls_mpi_read_string(&X, 2, digits), mbedtls_mpi_bitlen(&X));
  free(digits);
}

static void limits(void) {
  unsigned below = 9;
  printf("grow to 10000: %d, to 10001: %d, shrink to 10001: %d\n", mbedtls_mpi_grow(is(&X, -5), 10000), mbedtls_mpi_grow(&X, 10001),
         mbedtls_mpi_shrink(&X, 10001));
  show("shrink to 0", mbedtls_mpi_shrink(&X, 0), &X);
  mbedtls_mpi_free(&X);
  show("grow nothing to 0", mbedtls_mpi_grow(&X, 0), &X);
  show("shrink nothing to 0", mbedtls_mpi_shrink(&X, 0), &X);
  show("shrink nothing to 3", mbedtls_mpi_shrink(&X, 3), &X);
  mbedtls_mpi_free(&X);
  mbedtls_mpi_free(&A);
  show("copy nothing to nothing", mbedtls_mpi_copy(&X, &A), &X);
  show("copy nothing to -7", mbedtls_mpi_copy(is(&X, -7), &A), &X);
  show("copy to itself", mbedtls_mpi_copy(is(&X, -7), &X), &X);
  mbedtls_mpi_free(&X);
  printf("bits of nothing: %d %zu %zu %zu\n", mbedtls_mpi_get_bit(&X, 5), mbedtls_mpi_lsb(&X), mbedtls_mpi_bitlen(&X), mbedtls_mpi_size(&X));
  show("clear bit 70 of nothing", mbedtls_mpi_set_bit(&X, 70, 0), &X);
  show("set bit 70", mbedtls_mpi_set_bit(&X, 70, 1), &X);
  show("set a bit to 2", mbedtls_mpi_set_bit(&X, 3, 2), &X);
  printf("set bit 639999: %d, 640000: %d\n", mbedtls_mpi_set_bit(is(&B, 0), 639999, 1), mbedtls_mpi_set_bit(&X, 640000, 1));
  printf("double the largest: %d\n", mbedtls_mpi_shift_l(&B, 1));
  printf("its square: %d, its sum: %d, its negative: %d\n", mbedtls_mpi_mul_mpi(&A, &B, &B), mbedtls_mpi_add_mpi(&A, &B, &B), mbedtls_mpi_sub_mpi(&A, is(&X, 0), &B));
  printf("0 shifted by 700000: %d, by 1000: %d\n", mbedtls_mpi_shift_l(is(&X, 0), 700000), mbedtls_mpi_shift_l(&X, 1000));
  show("5 shifted down by 1000", mbedtls_mpi_shift_r(is(&X, 5), 1000), &X);
  show("-5 shifted up by 64", mbedtls_mpi_shift_l(is(&X, -5), 64), &X);
  show("and down by 65", mbedtls_mpi_shift_r(&X, 65), &X);
  is(&X, 3), is(&A, 4);
  mbedtls_mpi_grow(&X, 3);
  printf("below, of different lengths: %d %u\n", mbedtls_mpi_lt_mpi_ct(&X, &A, &below), below);
  mbedtls_mpi_grow(&A, 3);
  printf("below: %d", mbedtls_mpi_lt_mpi_ct(&X, &A, &below));
  printf(" %u\n", below);
  mbedtls_mpi_swap(&X, &A);
  show("swapped", 0, &X);
  mbedtls_mpi_swap(&X, &X);
  show("assigned by 4", mbedtls_mpi_safe_cond_assign(&X, is(&A, -6), 4), &X);
  show("swapped by 2", mbedtls_mpi_safe_cond_swap(&X, is(&A, 9), 2), &X);
  show("with itself", mbedtls_mpi_safe_cond_swap(&X, &X, 1), &X);
}

static void small_numbers(void) {
  static const int values[] = { 7, -7, 0, 6, -6, 1, -1, 12, 18, -18, 8 };
  static const int others[] = { 2, -2, 3, -3, 0, 1, -1, 10, -10, 7, -7, 8, 4 };
  for (size_t i = 0; i < sizeof values / sizeof *values; i++)
    for (size_t j = 0; j < sizeof others / sizeof *others; j++) {
      mbedtls_mpi_uint rest = 777;
      is(&A, values[i]), is(&B, others[j]);
      printf("%d and %d\n", values[i], others[j]);
      int code = mbedtls_mpi_div_mpi(&X, &Y, &A, &B);
      show(" quotient", code, &X);
      show(" remainder", code, &Y);
      show(" mod", mbedtls_mpi_mod_mpi(&X, &A, &B), &X);
      code = mbedtls_mpi_mod_int(&rest, &A, others[j]);
      printf(" mod_int %d %llu\n", code, (unsigned long long) rest);
      show(" gcd", mbedtls_mpi_gcd(&X, &A, &B), &X);
      show(" inverse", mbedtls_mpi_inv_mod(&X, &A, &B), &X);
      for (int e = -1; e < 4; e++)
        if (others[j] <= 0 || values[i] > 0 || values[i] % others[j] != 0) show(" power", mbedtls_mpi_exp_mod(&X, &A, is(&Y, e), &B, NULL), &X);
    }
  show("sub_abs", mbedtls_mpi_sub_abs(&X, is(&A, -5), is(&B, 6)), &X);
  printf("divided for nothing: %d\n", mbedtls_mpi_div_mpi(NULL, NULL, &A, &B));
  show("quotient and remainder in the operands", mbedtls_mpi_div_mpi(is(&A, 17), is(&B, 5), &A, &B), &A);
  show("the remainder", 0, &B);
}

static void giants(void) {
  mbedtls_mpi_set_bit(is(&N, 1), 8191, 1);
  int code = mbedtls_mpi_exp_mod(&X, is(&A, 3), is(&B, 3), &N, NULL);
  show("a modulus of 8192 bits", code, &X);
  mbedtls_mpi_set_bit(&N, 8192, 1);
  show("of 8193", mbedtls_mpi_exp_mod(&X, &A, &B, &N, NULL), &X);
  mbedtls_mpi_set_bit(is(&B, 0), 8191, 1);
  show("an exponent of 8192 bits", mbedtls_mpi_exp_mod(&X, &A, &B, is(&N, 7), NULL), &X);
  mbedtls_mpi_set_bit(&B, 8192, 1);
  show("of 8193", mbedtls_mpi_exp_mod(&X, &A, &B, &N, NULL), &X);
  mbedtls_mpi_set_bit(is(&A, 0), 300000, 1);
  mbedtls_mpi_set_bit(is(&B, 5), 150000, 1);
  code = mbedtls_mpi_mod_mpi(&X, &A, &B);
  printf("a long remainder: %d, %zu bits\n", code, mbedtls_mpi_bitlen(&X));
}

static void randomness(void) {
  static const int ranges[][2] = { { 0, 7 }, { 1, 7 }, { -1, 7 }, { 6, 7 }, { 7, 7 }, { 8, 7 }, { 0, 0 }, { 0, 1 }, { 3, -7 }, { 100, 257 } };
  for (fill = 0; fill < 256; fill += 85)
    for (size_t i = 0; i < sizeof ranges / sizeof *ranges; i++) {
      calls = 0;
      printf("from %d below %d by %02x", ranges[i][0], ranges[i][1], fill);
      show("", mbedtls_mpi_random(is(&X, 0), ranges[i][0], is(&N, ranges[i][1]), same_byte, NULL), &X);
      printf("  %d calls\n", calls);
    }
  mbedtls_mpi_set_bit(is(&N, 0), 160, 1);
  fill = 255, calls = 0;
  printf("out of range: %d", mbedtls_mpi_random(&X, 1, &N, same_byte, NULL));
  printf(", %d calls\n", calls);
  printf("no source: %d %d\n", mbedtls_mpi_random(&X, 1, &N, fails, NULL), mbedtls_mpi_fill_random(&X, 9, fails, NULL));
  show("0 random bytes", mbedtls_mpi_fill_random(&X, 0, same_byte, NULL), &X);
  printf("80000: %d, 80001: %d\n", mbedtls_mpi_fill_random(&X, 80000, same_byte, NULL), mbedtls_mpi_fill_random(&X, 80001, same_byte, NULL));
  printf("prime without a source: %d\n", mbedtls_mpi_gen_prime(&X, 128, 0, fails, NULL));
  mbedtls_mpi_set_bit(is(&X, 0), 521, 1);
  mbedtls_mpi_sub_int(&X, &X, 1);
  printf("prime: %d, without a source: %d\n", mbedtls_mpi_is_prime_ext(&X, 0, fails, NULL), mbedtls_mpi_is_prime_ext(&X, 1, fails, NULL));
}

static void files(void) {
  FILE *file = tmpfile();
  printf("written: %d", mbedtls_mpi_write_file("p = ", is(&X, -0xabc), 16, file));
  printf(" %d", mbedtls_mpi_write_file(NULL, &X, 10, file));
  printf(" %d\n", mbedtls_mpi_write_file("", &X, 17, file));
  fputs("junk 12AB\nxyz\n\n12 34\n-77\n--9\n12ab\t\r\n12ab\r\n", file);
  rewind(file);
  for (int c; (c = fgetc(file)) != EOF;) printf(c == '\r' ? "\\r" : c == '\t' ? "\\t" : "%c", c);
  rewind(file);
  for (int i = 0; i < 12; i++) {
    int code = mbedtls_mpi_read_file(&X, 16, file);
    show("read", code, &X);
  }
  fclose(file);
  for (int len = 2478; len < 2486; len++) {
    file = tmpfile();
    for (int i = 0; i < len; i++) fputc('1', file);
    fputs("\n2\n", file);
    rewind(file);
    printf("%d digits: %d", len, mbedtls_mpi_read_file(&X, 16, file));
    printf(" %d\n", mbedtls_mpi_read_file(&X, 16, file));
    fclose(file);
  }
  for (int bits = 2476; bits < 2484; bits++) {
    mbedtls_mpi_set_bit(is(&X, 0), (size_t) bits, 1);
    file = tmpfile();
    printf("%d bits: %d\n", bits, mbedtls_mpi_write_file("", &X, 2, file));
    fclose(file);
  }
  fflush(stdout);
  printf("to the standard output: %d\n", mbedtls_mpi_write_file("x = ", is(&X, -77), 10, NULL));
  file = fopen("/dev/full", "w");
  setvbuf(file, NULL, _IONBF, 0);
  printf("to a full disk: %d\n", mbedtls_mpi_write_file("x = ", &X, 10, file));
  fclose(file);
}

int main(void) {
  mbedtls_mpi_init(&X), mbedtls_mpi_init(&Y), mbedtls_mpi_init(&A), mbedtls_mpi_init(&B), mbedtls_mpi_init(&N);
  writing();
  reading();
  limits();
  small_numbers();
  giants();
  randomness();
  files();
  printf("self-test: %d\n", mbedtls_mpi_self_test(0));
  mbedtls_mpi_free(&X), mbedtls_mpi_free(&Y), mbedtls_mpi_free(&A), mbedtls_mpi_free(&B), mbedtls_mpi_free(&N);
  return 0;
}
