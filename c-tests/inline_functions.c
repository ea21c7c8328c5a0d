/* The inline functions and macros of the headers: what they read and write, and that the library sees the same places.
 *
 *   inline_functions CERTDIR              (the directory is not used)
 */
#define MBEDTLS_ALLOW_PRIVATE_ACCESS /* made-up names and ciphers */
#include <mbedtls/asn1.h>
#include <mbedtls/cipher.h>
#include <mbedtls/debug.h>
#include <mbedtls/error.h>
#include <mbedtls/oid.h>
#include <mbedtls/pk.h>
#include <mbedtls/ssl.h>
#include <mbedtls/ssl_ciphersuites.h>
#include <mbedtls/x509_crt.h>
#include <psa/crypto.h>
#include <stdio.h>
#include <string.h>

static int cert_cb(mbedtls_ssl_context *ssl) {
  (void) ssl;
  return 0;
}

static void configuration(void) {
  mbedtls_ssl_config conf;
  int value = 0;
  mbedtls_ssl_config_init(&conf);
  mbedtls_ssl_conf_endpoint(&conf, MBEDTLS_SSL_IS_SERVER);
  mbedtls_ssl_conf_min_tls_version(&conf, MBEDTLS_SSL_VERSION_TLS1_3);
  mbedtls_ssl_conf_max_tls_version(&conf, MBEDTLS_SSL_VERSION_TLS1_3);
  mbedtls_ssl_conf_cert_cb(&conf, cert_cb);
  mbedtls_ssl_conf_dn_hints(&conf, NULL);
  printf("endpoint %d, versions %x %x, callback %d\n", mbedtls_ssl_conf_get_endpoint(&conf), conf.min_tls_version,
         conf.max_tls_version, conf.f_cert_cb == cert_cb);
  mbedtls_ssl_conf_set_user_data_n(&conf, 17);
  printf("user data %lu", (unsigned long) mbedtls_ssl_conf_get_user_data_n(&conf));
  mbedtls_ssl_conf_set_user_data_p(&conf, &value);
  printf(" %d\n", mbedtls_ssl_conf_get_user_data_p(&conf) == &value);
  mbedtls_ssl_config_free(&conf);
}

static void context(void) {
  mbedtls_ssl_config conf;
  mbedtls_ssl_context ssl;
  int value = 0;
  mbedtls_ssl_config_init(&conf);
  mbedtls_ssl_init(&ssl);
  printf("fresh: config %d, name %d, version %d, over %d\n", mbedtls_ssl_context_get_config(&ssl) == NULL,
         mbedtls_ssl_get_hostname(&ssl) == NULL, mbedtls_ssl_get_version_number(&ssl), mbedtls_ssl_is_handshake_over(&ssl));
  mbedtls_ssl_set_user_data_n(&ssl, 18);
  printf("user data %lu", (unsigned long) mbedtls_ssl_get_user_data_n(&ssl));
  mbedtls_ssl_set_user_data_p(&ssl, &value);
  printf(" %d\n", mbedtls_ssl_get_user_data_p(&ssl) == &value);
  printf("name %d", mbedtls_ssl_set_hostname(&ssl, "host.example"));
  printf(" %s\n", mbedtls_ssl_get_hostname(&ssl));
  mbedtls_ssl_free(&ssl);
  mbedtls_ssl_config_free(&conf);
}

static void session(void) {
  mbedtls_ssl_session session;
  mbedtls_ms_time_t created = 5;
  mbedtls_ssl_session_init(&session);
  printf("session: %zu bytes of id at %td, suite %d\n", mbedtls_ssl_session_get_id_len(&session),
         (const char *) mbedtls_ssl_session_get_id(&session) - (const char *) &session,
         mbedtls_ssl_session_get_ciphersuite_id(&session));
  printf("created: %d", mbedtls_ssl_session_get_ticket_creation_time(&session, &created));
  session.endpoint = MBEDTLS_SSL_IS_SERVER;
  session.ticket_creation_time = 1234;
  printf(" %d %ld\n", mbedtls_ssl_session_get_ticket_creation_time(&session, &created), (long) created);
  printf("created, null: %d\n", mbedtls_ssl_session_get_ticket_creation_time(NULL, &created));
  mbedtls_ssl_session_free(&session);
}

static void names(void) {
  mbedtls_x509_name name[4];
  mbedtls_x509_crt crt;
  memset(name, 0, sizeof name);
  for (int i = 0; i < 3; i++) name[i].next = &name[i + 1];
  name[0].next_merged = name[2].next_merged = 1;
  for (int i = 0; i < 4; i++) {
    mbedtls_x509_name *next = mbedtls_x509_dn_get_next(&name[i]);
    printf("behind %d: %td\n", i, next ? next - name : -1);
  }
  mbedtls_x509_crt_init(&crt);
  crt.ext_types = MBEDTLS_X509_EXT_KEY_USAGE | MBEDTLS_X509_EXT_SUBJECT_ALT_NAME;
  printf("extensions %d %d\n", mbedtls_x509_crt_has_ext_type(&crt, MBEDTLS_X509_EXT_SUBJECT_ALT_NAME),
         mbedtls_x509_crt_has_ext_type(&crt, MBEDTLS_X509_EXT_BASIC_CONSTRAINTS));
  mbedtls_x509_crt_free(&crt);
}

static void ciphers(void) {
  mbedtls_cipher_info_t info;
  mbedtls_cipher_context_t cipher;
  memset(&info, 0, sizeof info);
  memset(&cipher, 0, sizeof cipher);
  printf("no cipher: %d %d %u %d %d %d %d\n", mbedtls_cipher_get_type(&cipher), mbedtls_cipher_get_cipher_mode(&cipher),
         mbedtls_cipher_get_block_size(&cipher), mbedtls_cipher_get_iv_size(&cipher),
         mbedtls_cipher_get_key_bitlen(&cipher), mbedtls_cipher_get_name(&cipher) == NULL,
         mbedtls_cipher_get_operation(&cipher));
  printf("null: %d %zu\n", mbedtls_cipher_info_get_type(NULL), mbedtls_cipher_info_get_iv_size(NULL));
  info.name = "MADE-UP";
  info.block_size = 16;
  info.iv_size = 12 >> MBEDTLS_IV_SIZE_SHIFT;
  info.key_bitlen = 256 >> MBEDTLS_KEY_BITLEN_SHIFT;
  info.mode = MBEDTLS_MODE_GCM;
  info.type = MBEDTLS_CIPHER_AES_256_GCM;
  info.flags = MBEDTLS_CIPHER_VARIABLE_IV_LEN;
  cipher.cipher_info = &info;
  cipher.operation = MBEDTLS_ENCRYPT;
  printf("a cipher: %d %d %u %d %d %s %d\n", mbedtls_cipher_get_type(&cipher), mbedtls_cipher_get_cipher_mode(&cipher),
         mbedtls_cipher_get_block_size(&cipher), mbedtls_cipher_get_iv_size(&cipher),
         mbedtls_cipher_get_key_bitlen(&cipher), mbedtls_cipher_get_name(&cipher), mbedtls_cipher_get_operation(&cipher));
  cipher.iv_size = 8;
  printf("its IV: %d; may vary: IV %d, key %d\n", mbedtls_cipher_get_iv_size(&cipher),
         mbedtls_cipher_info_has_variable_iv_size(&info), mbedtls_cipher_info_has_variable_key_bitlen(&info));
}

int main(void) {
  mbedtls_asn1_buf oid = { MBEDTLS_ASN1_OID, 3, (unsigned char *) "\x55\x04\x03" };
  mbedtls_pk_context pk;
  psa_status_t (*init)(void) = psa_crypto_init;
  configuration();
  context();
  session();
  names();
  ciphers();
  for (int profile = 0; profile < 8; profile++)
    printf("%d [%s]\n", profile, mbedtls_ssl_get_srtp_profile_as_string((mbedtls_ssl_srtp_profile) profile));
  mbedtls_pk_init(&pk);
  printf("no key: %zu bytes\n", mbedtls_pk_get_len(&pk));
  printf("sum %d\n", MBEDTLS_ERROR_ADD(MBEDTLS_ERR_X509_INVALID_DATE, MBEDTLS_ERR_ASN1_OUT_OF_DATA));
  printf("OIDs: %d %d %d\n", MBEDTLS_OID_CMP(MBEDTLS_OID_AT_CN, &oid), MBEDTLS_OID_CMP(MBEDTLS_OID_AT_COUNTRY, &oid) != 0,
         MBEDTLS_OID_CMP_RAW(MBEDTLS_OID_AT, oid.p, oid.len) != 0);
  for (int tag = 0; tag < 64; tag++)
    if (MBEDTLS_ASN1_IS_STRING_TAG(tag)) printf("string %d\n", tag);
  printf("bits %x %x, suite %x, size %" MBEDTLS_PRINTF_SIZET "\n", MBEDTLS_X509_ID_FLAG(MBEDTLS_MD_SHA256),
         MBEDTLS_X509_ID_FLAG(MBEDTLS_PK_RSA), MBEDTLS_TLS1_3_AES_128_GCM_SHA256, sizeof oid);
  printf("ready %d\n", init());
  mbedtls_pk_free(&pk);
  return 0;
}
