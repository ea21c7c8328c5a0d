/* Every curve: keys from fixed bytes, in every form that they are written in, what they sign and agree on, and certificates that they
 * sign. What is computed can be printed, since the reference signs with the nonces of RFC 6979; on secp256k1 it may choose the other s. */
#include "support/bytes.h"

#include <mbedtls/asn1write.h>
#include <mbedtls/ecdh.h>
#include <mbedtls/ecdsa.h>
#include <mbedtls/pk.h>
#include <mbedtls/sha256.h>
#include <mbedtls/x509_crt.h>
#include <mbedtls/x509_csr.h>
#include <stdio.h>
#include <string.h>

static unsigned seed = 1; /* of the library's random numbers */
static unsigned data = 7; /* of our own */
static unsigned char buffer[4096];

static void say(const char *what, int code) { printf("%s: %s0x%04x\n", what, code < 0 ? "-" : "", (unsigned) (code < 0 ? -code : code)); }

static void bytes(const char *name, const unsigned char *p, size_t length) {
  printf("  %s ", name);
  for (size_t i = 0; i < length; i++) printf("%02x", p[i]);
  printf("\n");
}

static void number(const char *name, const mbedtls_mpi *x) {
  unsigned char digits[100];
  size_t length = mbedtls_mpi_size(x);
  mbedtls_mpi_write_binary(x, digits, length);
  bytes(name, digits, length);
}

static int is_montgomery(mbedtls_ecp_group_id id) { return id == MBEDTLS_ECP_DP_CURVE25519 || id == MBEDTLS_ECP_DP_CURVE448; }

/* The next key from our bytes: as long as the order. Numbers above it are passed over. */
static mbedtls_ecp_keypair *make(mbedtls_pk_context *pk, mbedtls_ecp_group_id id) {
  unsigned char d[80];
  mbedtls_ecp_group grp;
  mbedtls_ecp_group_init(&grp);
  mbedtls_ecp_group_load(&grp, id);
  size_t length = (grp.nbits + 7) / 8;
  mbedtls_ecp_group_free(&grp);
  mbedtls_pk_init(pk);
  mbedtls_pk_setup(pk, mbedtls_pk_info_from_type(MBEDTLS_PK_ECKEY));
  mbedtls_ecp_keypair *key = mbedtls_pk_ec(*pk);
  do {
    pseudo_random(&data, d, length);
    if (id == MBEDTLS_ECP_DP_SECP224K1 || id == MBEDTLS_ECP_DP_SECP521R1) d[0] &= 1;
  } while (mbedtls_ecp_read_key(id, key, d, length));
  mbedtls_ecp_keypair_calc_public(key, pseudo_random, &seed);
  return key;
}

static void show(int code, mbedtls_pk_context *pk) {
  printf("-0x%04x, type %d, %s, %u bits, %u bytes, can %d%d%d\n", (unsigned) -code, (int) mbedtls_pk_get_type(pk), mbedtls_pk_get_name(pk),
         (unsigned) mbedtls_pk_get_bitlen(pk), (unsigned) mbedtls_pk_get_len(pk), mbedtls_pk_can_do(pk, MBEDTLS_PK_ECKEY),
         mbedtls_pk_can_do(pk, MBEDTLS_PK_ECKEY_DH), mbedtls_pk_can_do(pk, MBEDTLS_PK_ECDSA));
}

/* As a private and a public key, DER and PEM, and back; and with each byte changed. */
static void forms(mbedtls_pk_context *pk) {
  mbedtls_pk_context back;
  int n = mbedtls_pk_write_key_der(pk, buffer, sizeof buffer);
  say(" private", n);
  if (n > 0) {
    unsigned char der[300];
    size_t length = (size_t) n;
    memcpy(der, buffer + sizeof buffer - length, length);
    bytes("", der, length);
    mbedtls_pk_init(&back);
    printf("  ");
    show(mbedtls_pk_parse_key(&back, der, length, NULL, 0, pseudo_random, &seed), &back);
    say("  pair", mbedtls_pk_check_pair(pk, &back, pseudo_random, &seed));
    mbedtls_pk_free(&back);
    say("  cut", mbedtls_pk_parse_key(&back, der, length - 1, NULL, 0, pseudo_random, &seed));
    mbedtls_pk_free(&back);
  }
  say(" room", mbedtls_pk_write_key_der(pk, buffer, 10));
  say(" PEM", mbedtls_pk_write_key_pem(pk, buffer, sizeof buffer));
  printf("%s", (char *) buffer);
  mbedtls_pk_init(&back);
  printf("  ");
  show(mbedtls_pk_parse_key(&back, buffer, strlen((char *) buffer) + 1, NULL, 0, pseudo_random, &seed), &back);
  mbedtls_pk_free(&back);
  n = mbedtls_pk_write_pubkey_der(pk, buffer, sizeof buffer);
  say(" public", n);
  if (n > 0) {
    unsigned char der[300];
    size_t length = (size_t) n;
    memcpy(der, buffer + sizeof buffer - length, length);
    bytes("", der, length);
    mbedtls_pk_init(&back);
    printf("  ");
    show(mbedtls_pk_parse_public_key(&back, der, length), &back);
    say("  pair", mbedtls_pk_check_pair(&back, pk, pseudo_random, &seed));
    say("  no private half", mbedtls_pk_check_pair(pk, &back, pseudo_random, &seed));
    mbedtls_pk_free(&back);
    if (mbedtls_pk_ec(*pk)->MBEDTLS_PRIVATE(Q).MBEDTLS_PRIVATE(Y).MBEDTLS_PRIVATE(p) != NULL) {
      der[length - 1] ^= 1;
      say("  off the curve", mbedtls_pk_parse_public_key(&back, der, length));
      mbedtls_pk_free(&back);
    }
  }
  say(" public PEM", mbedtls_pk_write_pubkey_pem(pk, buffer, sizeof buffer));
}

static void signs(mbedtls_pk_context *pk) {
  static const mbedtls_md_type_t functions[] = { MBEDTLS_MD_SHA1, MBEDTLS_MD_SHA224, MBEDTLS_MD_SHA256, MBEDTLS_MD_SHA384, MBEDTLS_MD_SHA512 };
  mbedtls_ecp_keypair *key = mbedtls_pk_ec(*pk);
  mbedtls_ecp_group *grp = &key->MBEDTLS_PRIVATE(grp);
  unsigned char hash[100];
  size_t length = 0;
  mbedtls_mpi r, s;
  mbedtls_mpi_init(&r);
  mbedtls_mpi_init(&s);
  for (size_t i = 0; i < sizeof functions / sizeof *functions; i++) {
    pseudo_random(&data, hash, sizeof hash);
    hash[0] |= 0x80;
    size_t n = mbedtls_md_get_size(mbedtls_md_info_from_type(functions[i]));
    say(" sign", mbedtls_pk_sign(pk, functions[i], hash, n, buffer, sizeof buffer, &length, pseudo_random, &seed));
    if (grp->id != MBEDTLS_ECP_DP_SECP256K1) bytes("", buffer, length);
    say(" verify", mbedtls_pk_verify(pk, functions[i], hash, n, buffer, length));
    hash[3] ^= 1;
    say(" another hash", mbedtls_pk_verify(pk, functions[i], hash, n, buffer, length));
  }
  /* hashes that are longer than the order are cut to its bits */
  for (size_t n = 1; n < sizeof hash; n += 7) {
    pseudo_random(&data, hash, sizeof hash);
    int code = mbedtls_ecdsa_sign_det_ext(grp, &r, &s, &key->MBEDTLS_PRIVATE(d), hash, n, MBEDTLS_MD_SHA512, pseudo_random, &seed);
    printf(" %zu bytes", n);
    say("", code);
    number("r", &r);
    if (grp->id != MBEDTLS_ECP_DP_SECP256K1) number("s", &s);
    say(" verify", mbedtls_ecdsa_verify(grp, hash, n, &key->MBEDTLS_PRIVATE(Q), &r, &s));
    hash[n - 1] ^= 1;
    say(" its last bit", mbedtls_ecdsa_verify(grp, hash, n, &key->MBEDTLS_PRIVATE(Q), &r, &s));
  }
  mbedtls_mpi_free(&r);
  mbedtls_mpi_free(&s);
}

static void computes(mbedtls_ecp_keypair *key, mbedtls_ecp_keypair *peer) {
  mbedtls_ecp_group *grp = &key->MBEDTLS_PRIVATE(grp);
  mbedtls_ecp_point p;
  mbedtls_mpi z;
  size_t n = 0;
  mbedtls_mpi_init(&z);
  mbedtls_ecp_point_init(&p);
  say(" shared", mbedtls_ecdh_compute_shared(grp, &z, &peer->MBEDTLS_PRIVATE(Q), &key->MBEDTLS_PRIVATE(d), pseudo_random, &seed));
  number("z", &z);
  say(" sum", mbedtls_ecp_muladd(grp, &p, &key->MBEDTLS_PRIVATE(d), &peer->MBEDTLS_PRIVATE(Q), &peer->MBEDTLS_PRIVATE(d), &grp->G));
  if (mbedtls_ecp_get_type(grp) == MBEDTLS_ECP_TYPE_SHORT_WEIERSTRASS && mbedtls_ecp_point_write_binary(grp, &p, MBEDTLS_ECP_PF_UNCOMPRESSED, &n, buffer, sizeof buffer) == 0)
    bytes("", buffer, n);
  mbedtls_ecp_point_free(&p);
  mbedtls_mpi_free(&z);
}

static const mbedtls_x509_crt_profile every = { 0xffffffff, 0xffffffff, 0xffffffff, 1024 };

/* A certificate that the key has signed for itself, and a request. */
static void certificates(mbedtls_pk_context *pk, int printed) {
  static const struct {
    const char *name;
    const mbedtls_x509_crt_profile *profile;
  } profiles[] = { { "default", &mbedtls_x509_crt_profile_default }, { "next", &mbedtls_x509_crt_profile_next }, { "suiteb", &mbedtls_x509_crt_profile_suiteb }, { "every", &every } };
  mbedtls_x509write_cert write;
  mbedtls_x509write_csr request;
  mbedtls_x509_crt crt, other;
  mbedtls_x509_csr csr;
  unsigned char serial = 9, digest[32];
  uint32_t flags;
  mbedtls_x509write_crt_init(&write);
  mbedtls_x509write_crt_set_version(&write, MBEDTLS_X509_CRT_VERSION_3);
  mbedtls_x509write_crt_set_subject_key(&write, pk);
  mbedtls_x509write_crt_set_issuer_key(&write, pk);
  mbedtls_x509write_crt_set_subject_name(&write, "CN=self");
  mbedtls_x509write_crt_set_issuer_name(&write, "CN=self");
  mbedtls_x509write_crt_set_md_alg(&write, MBEDTLS_MD_SHA256);
  mbedtls_x509write_crt_set_serial_raw(&write, &serial, 1);
  mbedtls_x509write_crt_set_validity(&write, "20200101000000", "20490101000000");
  mbedtls_x509write_crt_set_basic_constraints(&write, 1, -1);
  int n = mbedtls_x509write_crt_der(&write, buffer, sizeof buffer, pseudo_random, &seed);
  say(" certificate", n < 0 ? n : 0);
  if (n > 0) {
    unsigned char *der = buffer + sizeof buffer - n;
    mbedtls_sha256(der, (size_t) n, digest, 0);
    if (printed) bytes("", digest, sizeof digest);
    mbedtls_x509_crt_init(&crt);
    mbedtls_x509_crt_init(&other);
    say(" read", mbedtls_x509_crt_parse_der(&crt, der, (size_t) n));
    mbedtls_x509_crt_info((char *) digest, sizeof digest, "", &crt);
    for (size_t i = 0; i < sizeof profiles / sizeof *profiles; i++) {
      int code = mbedtls_x509_crt_verify_with_profile(&crt, &crt, NULL, profiles[i].profile, NULL, &flags, NULL, NULL);
      printf("  %s: -0x%04x %x\n", profiles[i].name, (unsigned) -code, (unsigned) flags);
    }
    der[n - 12] ^= 4; /* in the signature */
    say(" changed", mbedtls_x509_crt_parse_der(&other, der, (size_t) n));
    int code = mbedtls_x509_crt_verify_with_profile(&other, &crt, NULL, &every, NULL, &flags, NULL, NULL);
    printf("  -0x%04x %x\n", (unsigned) -code, (unsigned) flags);
    mbedtls_x509_crt_free(&crt);
    mbedtls_x509_crt_free(&other);
  }
  mbedtls_x509write_crt_free(&write);
  mbedtls_x509write_csr_init(&request);
  mbedtls_x509write_csr_set_key(&request, pk);
  mbedtls_x509write_csr_set_subject_name(&request, "CN=self");
  mbedtls_x509write_csr_set_md_alg(&request, MBEDTLS_MD_SHA384);
  n = mbedtls_x509write_csr_der(&request, buffer, sizeof buffer, pseudo_random, &seed);
  say(" request", n < 0 ? n : 0);
  if (n > 0) {
    mbedtls_sha256(buffer + sizeof buffer - n, (size_t) n, digest, 0);
    if (printed) bytes("", digest, sizeof digest);
    mbedtls_x509_csr_init(&csr);
    say(" read", mbedtls_x509_csr_parse_der(&csr, buffer + sizeof buffer - n, (size_t) n));
    char text[400];
    mbedtls_x509_csr_info(text, sizeof text, "  ", &csr);
    printf("%s", text);
    mbedtls_x509_csr_free(&csr);
  }
  mbedtls_x509write_csr_free(&request);
}

/* SubjectPublicKeyInfo and ECPrivateKey with a compressed point. */
static void compressed(mbedtls_pk_context *pk) {
  mbedtls_ecp_keypair *key = mbedtls_pk_ec(*pk);
  mbedtls_pk_context back;
  unsigned char der[300], point[100];
  size_t length = 0;
  int n = mbedtls_pk_write_pubkey_der(pk, buffer, sizeof buffer);
  if (n <= 0 || mbedtls_ecp_write_public_key(key, MBEDTLS_ECP_PF_COMPRESSED, &length, point, sizeof point)) return;
  /* the same with a shorter point: both lengths shrink, and are below 128 after that */
  const unsigned char *whole = buffer + sizeof buffer - n;
  size_t algorithm = whole[1] < 0x80 ? 2 : 3;
  size_t algorithm_length = 2u + whole[algorithm + 1];
  unsigned char *p = der + sizeof der;
  mbedtls_asn1_write_raw_buffer(&p, der, point, length);
  *--p = 0;
  mbedtls_asn1_write_len(&p, der, length + 1);
  mbedtls_asn1_write_tag(&p, der, MBEDTLS_ASN1_BIT_STRING);
  mbedtls_asn1_write_raw_buffer(&p, der, whole + algorithm, algorithm_length);
  mbedtls_asn1_write_len(&p, der, (size_t) (der + sizeof der - p));
  mbedtls_asn1_write_tag(&p, der, MBEDTLS_ASN1_CONSTRUCTED | MBEDTLS_ASN1_SEQUENCE);
  mbedtls_pk_init(&back);
  printf(" compressed ");
  show(mbedtls_pk_parse_public_key(&back, p, (size_t) (der + sizeof der - p)), &back);
  if (mbedtls_pk_get_type(&back)) say("  pair", mbedtls_pk_check_pair(&back, pk, pseudo_random, &seed));
  mbedtls_pk_free(&back);
}

static void curve(const mbedtls_ecp_curve_info *info) {
  mbedtls_pk_context pk, peer;
  printf("- %s\n", info->name);
  mbedtls_ecp_keypair *other = make(&peer, info->grp_id);
  for (int round = 0; round < 3; round++) {
    mbedtls_ecp_keypair *key = make(&pk, info->grp_id);
    computes(key, other);
    if (!is_montgomery(info->grp_id)) signs(&pk);
    if (round == 0) {
      show(0, &pk);
      forms(&pk);
      if (!is_montgomery(info->grp_id)) compressed(&pk);
      certificates(&pk, info->grp_id != MBEDTLS_ECP_DP_SECP256K1);
    }
    mbedtls_pk_free(&pk);
  }
  mbedtls_pk_free(&peer);
  for (int i = 0; i < 3; i++) {
    mbedtls_pk_init(&pk);
    mbedtls_pk_setup(&pk, mbedtls_pk_info_from_type(MBEDTLS_PK_ECKEY));
    say(" new", mbedtls_ecp_gen_key(info->grp_id, mbedtls_pk_ec(pk), pseudo_random, &seed));
    say("  pair", mbedtls_pk_check_pair(&pk, &pk, pseudo_random, &seed));
    mbedtls_pk_free(&pk);
  }
}

/* Keys of RFC 8410, well-formed and not. */
static void rfc8410(unsigned char oid, size_t length) {
  unsigned char der[120], key[60];
  mbedtls_pk_context pk;
  pseudo_random(&data, key, sizeof key);
  key[0] |= 7;
  key[length - 1] &= 0x3f; /* neither end is as it will be */
  for (int form = 0; form < 9; form++) {
    size_t n = length - (form == 1) + (form == 2);
    unsigned char *p = der + sizeof der;
    if (form == 8) memset(key, 0, sizeof key);
    mbedtls_asn1_write_raw_buffer(&p, der, key, n);
    if (form != 3) {
      mbedtls_asn1_write_len(&p, der, n);
      mbedtls_asn1_write_tag(&p, der, MBEDTLS_ASN1_OCTET_STRING);
    }
    size_t inner = (size_t) (der + sizeof der - p);
    mbedtls_asn1_write_len(&p, der, inner);
    mbedtls_asn1_write_tag(&p, der, MBEDTLS_ASN1_OCTET_STRING);
    unsigned char algorithm[] = { 0x30, 5, 6, 3, 0x2b, 0x65, oid, 5, 0 };
    if (form == 4) algorithm[1] = 7; /* NULL as parameters */
    mbedtls_asn1_write_raw_buffer(&p, der, algorithm, form == 4 ? 9 : 7);
    const unsigned char version[] = { 2, 1, form == 5 ? 1 : form == 6 ? 2 : 0 };
    mbedtls_asn1_write_raw_buffer(&p, der, version, 3);
    size_t all = (size_t) (der + sizeof der - p);
    mbedtls_asn1_write_len(&p, der, all);
    mbedtls_asn1_write_tag(&p, der, MBEDTLS_ASN1_CONSTRUCTED | MBEDTLS_ASN1_SEQUENCE);
    all = (size_t) (der + sizeof der - p);
    if (form == 7) p[all - n - 1]++; /* a length that does not fit */
    mbedtls_pk_init(&pk);
    printf(" private %d ", form);
    int code = mbedtls_pk_parse_key(&pk, p, all, NULL, 0, pseudo_random, &seed);
    show(code, &pk);
    if (code == 0) {
      int written = mbedtls_pk_write_key_der(&pk, buffer, sizeof buffer);
      bytes("", buffer + sizeof buffer - written, (size_t) written);
      written = mbedtls_pk_write_pubkey_der(&pk, buffer, sizeof buffer);
      bytes("", buffer + sizeof buffer - written, (size_t) written);
      unsigned char hash[32] = { 1 };
      size_t sig = 0;
      say("  sign", mbedtls_pk_sign(&pk, MBEDTLS_MD_SHA256, hash, sizeof hash, buffer, sizeof buffer, &sig, pseudo_random, &seed));
      say("  verify", mbedtls_pk_verify(&pk, MBEDTLS_MD_SHA256, hash, sizeof hash, buffer, 70));
    }
    mbedtls_pk_free(&pk);
  }
  pseudo_random(&data, key, sizeof key);
  for (int form = 0; form < 9; form++) {
    size_t n = length - (form == 1) + (form == 2);
    unsigned char *p = der + sizeof der;
    if (form == 4) key[length - 1] |= 0x80;
    if (form >= 5) memset(key, form == 7 || form == 8 ? 0xff : 0, sizeof key);
    if (form == 6) key[0] = 1;
    if (form == 7 && oid == 0x6f) key[28] = 0xfe; /* the prime less 0 of X448 */
    mbedtls_asn1_write_raw_buffer(&p, der, key, n);
    *--p = 0;
    mbedtls_asn1_write_len(&p, der, n + 1);
    mbedtls_asn1_write_tag(&p, der, MBEDTLS_ASN1_BIT_STRING);
    unsigned char algorithm[] = { 0x30, 5, 6, 3, 0x2b, 0x65, oid, 5, 0 };
    if (form == 3) algorithm[1] = 7;
    mbedtls_asn1_write_raw_buffer(&p, der, algorithm, form == 3 ? 9 : 7);
    mbedtls_asn1_write_len(&p, der, (size_t) (der + sizeof der - p));
    mbedtls_asn1_write_tag(&p, der, MBEDTLS_ASN1_CONSTRUCTED | MBEDTLS_ASN1_SEQUENCE);
    mbedtls_pk_init(&pk);
    printf(" public %d ", form);
    int code = mbedtls_pk_parse_public_key(&pk, p, (size_t) (der + sizeof der - p));
    show(code, &pk);
    if (code == 0) {
      int written = mbedtls_pk_write_pubkey_der(&pk, buffer, sizeof buffer);
      bytes("", buffer + sizeof buffer - written, (size_t) written);
    }
    mbedtls_pk_free(&pk);
  }
}

int main(void) {
  puts("- the lists");
  for (const mbedtls_ecp_curve_info *info = mbedtls_ecp_curve_list(); info->grp_id != MBEDTLS_ECP_DP_NONE; info++)
    printf("%d %d %d %s, ECDSA %d, ECDH %d\n", (int) info->grp_id, info->tls_id, info->bit_size, info->name, mbedtls_ecdsa_can_do(info->grp_id), mbedtls_ecdh_can_do(info->grp_id));
  for (const mbedtls_ecp_group_id *id = mbedtls_ecp_grp_id_list(); *id != MBEDTLS_ECP_DP_NONE; id++) printf("%d ", (int) *id);
  puts("");
  for (const mbedtls_ecp_curve_info *info = mbedtls_ecp_curve_list(); info->grp_id != MBEDTLS_ECP_DP_NONE; info++) curve(info);
  puts("- X25519 in files");
  rfc8410(0x6e, 32);
  puts("- X448 in files");
  rfc8410(0x6f, 56);
  return 0;
}
