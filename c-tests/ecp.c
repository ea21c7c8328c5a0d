/* Elliptic curves: groups, points, keys, multiples, ECDSA and ECDH. Keys are made from fixed bytes, so that what is computed can be
 * printed. */
#include "support/bytes.h"

#include <mbedtls/ecdh.h>
#include <mbedtls/ecdsa.h>
#include <mbedtls/ecp.h>
#include <stdio.h>
#include <string.h>

static unsigned seed = 1; /* of the library's random numbers */
static unsigned data = 1; /* of our own */

static void say(const char *what, int code) { printf("%s: %s0x%04x\n", what, code < 0 ? "-" : "", (unsigned) (code < 0 ? -code : code)); }

static void bytes(const char *name, const unsigned char *p, size_t length) {
  printf("   %s ", name);
  for (size_t i = 0; i < length; i++) printf("%02x", p[i]);
  printf("\n");
}

static void number(const char *name, const mbedtls_mpi *x) {
  unsigned char buffer[100];
  size_t length = mbedtls_mpi_size(x);
  mbedtls_mpi_write_binary(x, buffer, length);
  bytes(name, buffer, length);
}

static void point(const char *name, const mbedtls_ecp_group *grp, const mbedtls_ecp_point *p) {
  unsigned char buffer[200];
  size_t length = 0;
  printf("  %s", name);
  say("", mbedtls_ecp_point_write_binary(grp, p, MBEDTLS_ECP_PF_UNCOMPRESSED, &length, buffer, sizeof buffer));
  bytes("", buffer, length);
}

static void set(mbedtls_mpi *x, unsigned char value) { mbedtls_mpi_read_binary(x, &value, 1); }

/* A key from fixed bytes. */
static void key_of(mbedtls_ecp_keypair *key, mbedtls_ecp_group_id id) {
  unsigned char buffer[66];
  mbedtls_ecp_keypair_init(key);
  pseudo_random(&data, buffer, sizeof buffer);
  buffer[0] = 0;
  size_t length = 66;
  while (mbedtls_ecp_read_key(id, key, buffer, length)) length--;
  printf(" read %zu bytes\n", length);
  say(" public", mbedtls_ecp_keypair_calc_public(key, pseudo_random, &seed));
}

static void group(mbedtls_ecp_group_id id) {
  mbedtls_ecp_group grp, copy;
  mbedtls_ecp_group_init(&grp);
  mbedtls_ecp_group_init(&copy);
  say("group", mbedtls_ecp_group_load(&grp, id));
  printf(" %d, %u and %u bits, shape %d, A is -3: %d\n", (int) grp.id, (unsigned) grp.pbits, (unsigned) grp.nbits, (int) mbedtls_ecp_get_type(&grp),
         mbedtls_ecp_group_a_is_minus_3(&grp));
  number("P", &grp.P);
  number("A", &grp.A);
  number("B", &grp.B);
  number("N", &grp.N);
  point("G", &grp, &grp.G);
  say(" copy", mbedtls_ecp_group_copy(&copy, &grp));
  number("N", &copy.N);
  mbedtls_ecp_group_free(&grp);
  printf(" %d\n", (int) grp.id);
  mbedtls_ecp_group_free(&copy);
}

static void points(mbedtls_ecp_keypair *key) {
  unsigned char buffer[140];
  size_t n = 0, whole = 0;
  mbedtls_ecp_point p, q;
  mbedtls_ecp_group grp;
  mbedtls_mpi d;
  mbedtls_ecp_point_init(&p);
  mbedtls_ecp_point_init(&q);
  mbedtls_ecp_group_init(&grp);
  mbedtls_mpi_init(&d);
  say(" out", mbedtls_ecp_export(key, &grp, &d, &q));
  number("d", &d);
  point("Q", &grp, &q);
  for (int format = 0; format < 3; format++)
    for (size_t size = 0; size < 140; size++) {
      n = 99;
      int code = mbedtls_ecp_point_write_binary(&grp, &q, format, &n, buffer, size);
      printf("  form %d, room %zu, length %zu", format, size, n);
      say("", code);
      if (code == 0) {
        bytes("", buffer, n);
        say("  back", mbedtls_ecp_point_read_binary(&grp, &p, buffer, n));
        say("  same", mbedtls_ecp_point_cmp(&p, &q));
        break;
      }
    }
  mbedtls_ecp_write_public_key(key, MBEDTLS_ECP_PF_UNCOMPRESSED, &whole, buffer, sizeof buffer);
  say("  one byte less", mbedtls_ecp_point_read_binary(&grp, &p, buffer, whole - 1));
  say("  one byte more", mbedtls_ecp_point_read_binary(&grp, &p, buffer, whole + 1));
  say("  none", mbedtls_ecp_point_read_binary(&grp, &p, buffer, 0));
  for (int form = 0; form < 8; form++) {
    if (form == 2 || form == 3) continue;
    buffer[0] = (unsigned char) form;
    printf("  form %d", form);
    say("", mbedtls_ecp_point_read_binary(&grp, &p, buffer, whole));
    printf("  form %d alone", form);
    say("", mbedtls_ecp_point_read_binary(&grp, &p, buffer, 1));
  }
  mbedtls_ecp_write_public_key(key, MBEDTLS_ECP_PF_UNCOMPRESSED, &whole, buffer, sizeof buffer);
  buffer[whole / 2] ^= 1;
  say("  off the curve", mbedtls_ecp_point_read_binary(&grp, &p, buffer, whole));
  say("  checked", mbedtls_ecp_check_pubkey(&grp, &p));
  memset(buffer + 1, 0xff, sizeof buffer - 1);
  say("  above the field", mbedtls_ecp_point_read_binary(&grp, &p, buffer, whole));
  say("  checked", mbedtls_ecp_check_pubkey(&grp, &p));
  say("  infinity", mbedtls_ecp_set_zero(&p));
  printf("  %d %d\n", mbedtls_ecp_is_zero(&p), mbedtls_ecp_is_zero(&q));
  say("  checked", mbedtls_ecp_check_pubkey(&grp, &p));
  point("infinity", &grp, &p);
  say("  different", mbedtls_ecp_point_cmp(&p, &q));
  say("  copy", mbedtls_ecp_copy(&p, &q));
  say("  same", mbedtls_ecp_point_cmp(&p, &q));

  /* as TLS has them */
  const unsigned char *at = buffer;
  mbedtls_ecp_group_id id = MBEDTLS_ECP_DP_NONE;
  say("  group", mbedtls_ecp_tls_write_group(&grp, &n, buffer, sizeof buffer));
  bytes("", buffer, n);
  say("  no room", mbedtls_ecp_tls_write_group(&grp, &n, buffer, 2));
  say("  back", mbedtls_ecp_tls_read_group_id(&id, &at, 3));
  printf("  %d, %d bytes\n", (int) id, (int) (at - buffer));
  at = buffer;
  say("  cut", mbedtls_ecp_tls_read_group(&grp, &at, 2));
  at = buffer;
  say("  back", mbedtls_ecp_tls_read_group(&grp, &at, 3));
  buffer[0] = 1;
  at = buffer;
  say("  no name", mbedtls_ecp_tls_read_group_id(&id, &at, 3));
  buffer[0] = 3;
  buffer[2] = 99;
  at = buffer;
  say("  another", mbedtls_ecp_tls_read_group_id(&id, &at, 3));
  say("  point", mbedtls_ecp_tls_write_point(&grp, &q, MBEDTLS_ECP_PF_UNCOMPRESSED, &n, buffer, sizeof buffer));
  bytes("", buffer, n);
  say("  no room", mbedtls_ecp_tls_write_point(&grp, &q, MBEDTLS_ECP_PF_UNCOMPRESSED, &whole, buffer, 9));
  say("  none at all", mbedtls_ecp_tls_write_point(&grp, &q, MBEDTLS_ECP_PF_UNCOMPRESSED, &whole, buffer, 0));
  at = buffer;
  say("  cut", mbedtls_ecp_tls_read_point(&grp, &p, &at, n - 1));
  at = buffer;
  say("  back", mbedtls_ecp_tls_read_point(&grp, &p, &at, n));
  printf("  %d bytes\n", (int) (at - buffer));
  mbedtls_ecp_point_free(&p);
  mbedtls_ecp_point_free(&q);
  mbedtls_ecp_group_free(&grp);
  mbedtls_mpi_free(&d);
}

static void keys(mbedtls_ecp_group_id id) {
  unsigned char buffer[80];
  size_t n;
  mbedtls_ecp_keypair key, other;
  for (size_t length = 0; length < 70; length++) {
    mbedtls_ecp_keypair_init(&key);
    memset(buffer, 0, sizeof buffer);
    buffer[31] = 5;
    printf(" %zu bytes", length);
    say("", mbedtls_ecp_read_key(id, &key, buffer, length));
    memset(buffer, 0xff, sizeof buffer);
    say(" high", mbedtls_ecp_read_key(id, &key, buffer, length));
    mbedtls_ecp_keypair_free(&key);
  }
  key_of(&key, id);
  for (size_t size = 0; size < 70; size++) {
    n = 99;
    int code = mbedtls_ecp_write_key_ext(&key, &n, buffer, size);
    printf(" room %zu, length %zu", size, n);
    say("", code);
    if (code == 0) bytes("", buffer, n);
  }
  say(" private", mbedtls_ecp_check_privkey(&key.MBEDTLS_PRIVATE(grp), &key.MBEDTLS_PRIVATE(d)));
  say(" public", mbedtls_ecp_check_pubkey(&key.MBEDTLS_PRIVATE(grp), &key.MBEDTLS_PRIVATE(Q)));
  say(" pair", mbedtls_ecp_check_pub_priv(&key, &key, pseudo_random, &seed));
  mbedtls_ecp_keypair_init(&other);
  say(" public alone", mbedtls_ecp_set_public_key(id, &other, &key.MBEDTLS_PRIVATE(Q)));
  printf(" %d\n", (int) mbedtls_ecp_keypair_get_group_id(&other));
  say(" on another curve", mbedtls_ecp_set_public_key(id == 4 ? 3 : 4, &other, &key.MBEDTLS_PRIVATE(Q)));
  say(" pair", mbedtls_ecp_check_pub_priv(&other, &key, pseudo_random, &seed));
  say(" no pair", mbedtls_ecp_check_pub_priv(&key, &other, pseudo_random, &seed));
  say(" private of it", mbedtls_ecp_write_key_ext(&other, &n, buffer, sizeof buffer));
  say(" new", mbedtls_ecp_gen_key(id, &other, pseudo_random, &seed));
  say(" pair", mbedtls_ecp_check_pub_priv(&other, &other, pseudo_random, &seed));
  say(" no pair", mbedtls_ecp_check_pub_priv(&key, &other, pseudo_random, &seed));
  mbedtls_ecp_keypair_free(&key);
  mbedtls_ecp_keypair_free(&other);
}

static void multiples(mbedtls_ecp_keypair *key) {
  mbedtls_ecp_group *grp = &key->MBEDTLS_PRIVATE(grp);
  mbedtls_ecp_point *Q = &key->MBEDTLS_PRIVATE(Q), r;
  mbedtls_mpi m, n;
  unsigned char buffer[66];
  mbedtls_ecp_point_init(&r);
  mbedtls_mpi_init(&m);
  mbedtls_mpi_init(&n);
  for (unsigned char i = 0; i < 4; i++) {
    set(&m, i);
    int code = mbedtls_ecp_mul(grp, &r, &m, Q, pseudo_random, &seed);
    printf(" times %d", i);
    say("", code);
    if (code == 0) point("", grp, &r);
  }
  /* the order, and one less */
  size_t length = mbedtls_mpi_size(&grp->N);
  mbedtls_mpi_write_binary(&grp->N, buffer, length);
  mbedtls_mpi_read_binary(&m, buffer, length);
  say(" times the order", mbedtls_ecp_mul(grp, &r, &m, Q, pseudo_random, &seed));
  buffer[length - 1]--;
  mbedtls_mpi_read_binary(&m, buffer, length);
  int code = mbedtls_ecp_mul(grp, &r, &m, Q, pseudo_random, &seed);
  say(" times one less", code);
  if (code == 0) point("", grp, &r);
  set(&n, 1);
  say(" the sum is infinity", mbedtls_ecp_muladd(grp, &r, &m, Q, &n, Q));
  printf("  %d\n", mbedtls_ecp_is_zero(&r));
  for (unsigned char i = 0; i < 9; i++) {
    set(&m, i % 3);
    set(&n, i / 3);
    code = mbedtls_ecp_muladd(grp, &r, &m, &grp->G, &n, Q);
    printf(" %d and %d", i % 3, i / 3);
    say("", code);
    if (code == 0 && i != 0) point("", grp, &r);
  }
  mbedtls_ecp_set_zero(&r);
  say(" of infinity", mbedtls_ecp_mul(grp, &r, &key->MBEDTLS_PRIVATE(d), &r, pseudo_random, &seed));
  mbedtls_ecp_point_free(&r);
  mbedtls_mpi_free(&m);
  mbedtls_mpi_free(&n);
}

static void signatures(mbedtls_ecp_keypair *key) {
  mbedtls_ecp_group *grp = &key->MBEDTLS_PRIVATE(grp);
  unsigned char hash[64], sig[150];
  size_t length = 0;
  mbedtls_mpi r, s, zero;
  mbedtls_mpi_init(&r);
  mbedtls_mpi_init(&s);
  mbedtls_mpi_init(&zero);
  pseudo_random(&data, hash, sizeof hash);
  printf(" can do %d\n", mbedtls_ecdsa_can_do(grp->id));
  for (size_t n = 0; n <= 64; n += 8) {
    say(" sign", mbedtls_ecdsa_sign(grp, &r, &s, &key->MBEDTLS_PRIVATE(d), hash, n, pseudo_random, &seed));
    say(" verify", mbedtls_ecdsa_verify(grp, hash, n, &key->MBEDTLS_PRIVATE(Q), &r, &s));
    say(" the same each time", mbedtls_ecdsa_sign_det_ext(grp, &r, &s, &key->MBEDTLS_PRIVATE(d), hash, n, MBEDTLS_MD_SHA256, pseudo_random, &seed));
    if (grp->id != MBEDTLS_ECP_DP_SECP256K1) number("s", &s);
    number("r", &r);
    say(" verify", mbedtls_ecdsa_verify(grp, hash, n, &key->MBEDTLS_PRIVATE(Q), &r, &s));
    hash[0] ^= 0x80;
    say(" another hash", mbedtls_ecdsa_verify(grp, hash, n, &key->MBEDTLS_PRIVATE(Q), &r, &s));
    hash[0] ^= 0x80;
  }
  say(" no function", mbedtls_ecdsa_sign_det_ext(grp, &r, &s, &key->MBEDTLS_PRIVATE(d), hash, 32, MBEDTLS_MD_NONE, pseudo_random, &seed));
  say(" no key", mbedtls_ecdsa_sign(grp, &r, &s, &zero, hash, 32, pseudo_random, &seed));
  say(" r is 0", mbedtls_ecdsa_verify(grp, hash, 32, &key->MBEDTLS_PRIVATE(Q), &zero, &s));
  say(" s is 0", mbedtls_ecdsa_verify(grp, hash, 32, &key->MBEDTLS_PRIVATE(Q), &r, &zero));
  say(" r is the order", mbedtls_ecdsa_verify(grp, hash, 32, &key->MBEDTLS_PRIVATE(Q), &grp->N, &s));
  if (grp->id != MBEDTLS_ECP_DP_SECP256K1 && mbedtls_ecp_get_type(grp) == MBEDTLS_ECP_TYPE_SHORT_WEIERSTRASS) {
    for (size_t size = 0; size < sizeof sig; size++) {
      int code = mbedtls_ecdsa_write_signature(key, MBEDTLS_MD_SHA384, hash, 48, sig, size, &length, pseudo_random, &seed);
      if (code && size) continue;
      printf(" room %zu", size);
      say("", code);
      if (code == 0) break;
    }
    bytes("", sig, length);
    say(" read", mbedtls_ecdsa_read_signature(key, hash, 48, sig, length));
    say(" one byte more", mbedtls_ecdsa_read_signature(key, hash, 48, sig, length + 1));
    say(" one byte less", mbedtls_ecdsa_read_signature(key, hash, 48, sig, length - 1));
    say(" none", mbedtls_ecdsa_read_signature(key, hash, 48, sig, 0));
    say(" no function", mbedtls_ecdsa_write_signature(key, MBEDTLS_MD_NONE, hash, 48, sig, sizeof sig, &length, pseudo_random, &seed));
    static const unsigned char bad[][11] = { { 0x30, 6, 2, 1, 1, 2, 1, 1 }, { 0x30, 7, 2, 1, 1, 2, 1, 1, 0 }, { 0x30, 5, 2, 1, 1, 2, 1 }, { 0x31, 6, 2, 1, 1, 2, 1, 1 },
                                             { 0x30, 6, 3, 1, 1, 2, 1, 1 }, { 0x30, 8, 2, 1, 1, 2, 1, 1, 5, 0 }, { 0x30, 0 }, { 0x30, 0x80, 2, 1, 1 } };
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
      printf(" damaged %zu", i);
      say("", mbedtls_ecdsa_read_signature(key, hash, 48, bad[i], i == 7 ? 5 : 2u + bad[i][1]));
    }
  }
  mbedtls_mpi_free(&r);
  mbedtls_mpi_free(&s);
}

static void agreement(mbedtls_ecp_keypair *key, mbedtls_ecp_keypair *peer) {
  mbedtls_ecdh_context one, other;
  unsigned char buffer[200], first[80], second[80];
  size_t n = 0, m = 0;
  mbedtls_mpi z;
  mbedtls_mpi_init(&z);
  printf(" can do %d\n", mbedtls_ecdh_can_do(mbedtls_ecp_keypair_get_group_id(key)));
  say(" shared", mbedtls_ecdh_compute_shared(&key->MBEDTLS_PRIVATE(grp), &z, &peer->MBEDTLS_PRIVATE(Q), &key->MBEDTLS_PRIVATE(d), pseudo_random, &seed));
  number("z", &z);
  mbedtls_ecdh_init(&one);
  mbedtls_ecdh_init(&other);
  say(" without a curve", mbedtls_ecdh_make_params(&one, &n, buffer, sizeof buffer, pseudo_random, &seed));
  say(" ours", mbedtls_ecdh_get_params(&one, key, MBEDTLS_ECDH_OURS));
  say(" theirs", mbedtls_ecdh_get_params(&one, peer, MBEDTLS_ECDH_THEIRS));
  for (size_t size = 0; size < 70; size += 3) {
    n = 0;
    int code = mbedtls_ecdh_calc_secret(&one, &n, first, size, pseudo_random, &seed);
    printf(" room %zu, length %zu", size, n);
    say("", code);
    if (code == 0) bytes("", first, n);
  }
  mbedtls_ecdh_free(&one);
  mbedtls_ecdh_init(&one);
  /* a server and a client of TLS 1.2 */
  say(" setup", mbedtls_ecdh_setup(&one, mbedtls_ecp_keypair_get_group_id(key)));
  printf(" %d\n", (int) mbedtls_ecdh_get_grp_id(&one));
  say(" server", mbedtls_ecdh_make_params(&one, &n, buffer, sizeof buffer, pseudo_random, &seed));
  printf(" %zu bytes\n", n);
  bytes("", buffer, 4);
  const unsigned char *at = buffer;
  say(" client reads", mbedtls_ecdh_read_params(&other, &at, buffer + n));
  printf(" %d bytes, %d\n", (int) (at - buffer), (int) mbedtls_ecdh_get_grp_id(&other));
  say(" client", mbedtls_ecdh_make_public(&other, &n, buffer, sizeof buffer, pseudo_random, &seed));
  printf(" %zu bytes\n", n);
  say(" and more", mbedtls_ecdh_read_public(&one, buffer, n + 1));
  say(" cut", mbedtls_ecdh_read_public(&one, buffer, n - 1));
  say(" server reads", mbedtls_ecdh_read_public(&one, buffer, n));
  say(" server's secret", mbedtls_ecdh_calc_secret(&one, &n, first, sizeof first, pseudo_random, &seed));
  say(" client's secret", mbedtls_ecdh_calc_secret(&other, &m, second, sizeof second, pseudo_random, &seed));
  printf(" %zu and %zu bytes, %s\n", n, m, memcmp(first, second, n) ? "different" : "the same");
  mbedtls_ecdh_free(&one);
  mbedtls_ecdh_free(&other);
  mbedtls_mpi_free(&z);
}

int main(void) {
  static const mbedtls_ecp_group_id ids[] = { MBEDTLS_ECP_DP_SECP256R1, MBEDTLS_ECP_DP_SECP384R1, MBEDTLS_ECP_DP_SECP521R1, MBEDTLS_ECP_DP_SECP256K1, MBEDTLS_ECP_DP_BP256R1, MBEDTLS_ECP_DP_BP384R1, MBEDTLS_ECP_DP_BP512R1, MBEDTLS_ECP_DP_SECP192R1, MBEDTLS_ECP_DP_SECP224R1, MBEDTLS_ECP_DP_SECP192K1, MBEDTLS_ECP_DP_SECP224K1, MBEDTLS_ECP_DP_CURVE25519, MBEDTLS_ECP_DP_CURVE448 };
  for (size_t i = 0; i < sizeof ids / sizeof *ids; i++) {
    const mbedtls_ecp_curve_info *info = mbedtls_ecp_curve_info_from_grp_id(ids[i]);
    printf("- %s, %d, %d, %d\n", info->name, (int) info->grp_id, info->tls_id, info->bit_size);
    printf("%d %d\n", mbedtls_ecp_curve_info_from_name(info->name) == info, mbedtls_ecp_curve_info_from_tls_id(info->tls_id) == info);
    mbedtls_ecp_keypair key, peer;
    group(ids[i]);
    keys(ids[i]);
    key_of(&key, ids[i]);
    key_of(&peer, ids[i]);
    points(&key);
    multiples(&key);
    signatures(&key);
    agreement(&key, &peer);
    mbedtls_ecp_keypair_free(&key);
    mbedtls_ecp_keypair_free(&peer);
  }
  puts("- nothing");
  mbedtls_ecp_keypair empty;
  unsigned char buffer[10];
  size_t n = 0;
  mbedtls_ecp_keypair_init(&empty);
  say("private", mbedtls_ecp_write_key_ext(&empty, &n, buffer, sizeof buffer));
  say("public", mbedtls_ecp_write_public_key(&empty, MBEDTLS_ECP_PF_UNCOMPRESSED, &n, buffer, sizeof buffer));
  say("compute", mbedtls_ecp_keypair_calc_public(&empty, pseudo_random, &seed));
  say("pair", mbedtls_ecp_check_pub_priv(&empty, &empty, pseudo_random, &seed));
  say("curve 0", mbedtls_ecp_gen_key(MBEDTLS_ECP_DP_NONE, &empty, pseudo_random, &seed));
  say("curve 99", mbedtls_ecp_read_key((mbedtls_ecp_group_id) 99, &empty, buffer, sizeof buffer));
  say("text", mbedtls_ecp_point_read_string(&empty.MBEDTLS_PRIVATE(Q), 16, "ab", "cd"));
  say("no text", mbedtls_ecp_point_read_string(&empty.MBEDTLS_PRIVATE(Q), 16, "ab", "xy"));
  say("no radix", mbedtls_ecp_point_read_string(&empty.MBEDTLS_PRIVATE(Q), 17, "ab", "cd"));
  printf("%d %d %d\n", mbedtls_ecp_curve_info_from_grp_id(MBEDTLS_ECP_DP_NONE) != NULL, mbedtls_ecp_curve_info_from_tls_id(1) != NULL,
         mbedtls_ecp_curve_info_from_name("none") != NULL);
  mbedtls_ecp_keypair_free(&empty);
  say("self test", mbedtls_ecp_self_test(0));
  return 0;
}
