/* NULL for every pointer of the ciphers, base64 and PEM: every function answers with an error or does nothing. Then contexts that
 * have no key. (The reference library reads through many of these pointers, so its output ends early.)
 *
 *   cipher_nulls CERTDIR              (the directory is not used)
 */
#include <mbedtls/aes.h>
#include <mbedtls/aria.h>
#include <mbedtls/base64.h>
#include <mbedtls/camellia.h>
#include <mbedtls/ccm.h>
#include <mbedtls/chacha20.h>
#include <mbedtls/chachapoly.h>
#include <mbedtls/cipher.h>
#include <mbedtls/cmac.h>
#include <mbedtls/des.h>
#include <mbedtls/gcm.h>
#include <mbedtls/nist_kw.h>
#include <mbedtls/pem.h>
#include <mbedtls/poly1305.h>
#include <stdio.h>
#include <string.h>

static unsigned char text[64], out[80], iv[16], stream[16];

static void nulls_of_aes(void) {
  printf("mbedtls_aes_crypt_cbc: %d\n", mbedtls_aes_crypt_cbc(NULL, 1, 16, NULL, NULL, NULL));
  printf("mbedtls_aes_crypt_cfb128: %d\n", mbedtls_aes_crypt_cfb128(NULL, 1, 16, NULL, NULL, NULL, NULL));
  printf("mbedtls_aes_crypt_cfb8: %d\n", mbedtls_aes_crypt_cfb8(NULL, 1, 16, NULL, NULL, NULL));
  printf("mbedtls_aes_crypt_ctr: %d\n", mbedtls_aes_crypt_ctr(NULL, 16, NULL, NULL, NULL, NULL, NULL));
  printf("mbedtls_aes_crypt_ecb: %d\n", mbedtls_aes_crypt_ecb(NULL, 1, NULL, NULL));
  printf("mbedtls_aes_crypt_ofb: %d\n", mbedtls_aes_crypt_ofb(NULL, 16, NULL, NULL, NULL, NULL));
  printf("mbedtls_aes_crypt_xts: %d\n", mbedtls_aes_crypt_xts(NULL, 1, 16, NULL, NULL, NULL));
  mbedtls_aes_free(NULL);
  printf("mbedtls_aes_free\n");
  mbedtls_aes_init(NULL);
  printf("mbedtls_aes_init\n");
  printf("mbedtls_aes_setkey_dec: %d\n", mbedtls_aes_setkey_dec(NULL, NULL, 128));
  printf("mbedtls_aes_setkey_enc: %d\n", mbedtls_aes_setkey_enc(NULL, NULL, 128));
  mbedtls_aes_xts_free(NULL);
  printf("mbedtls_aes_xts_free\n");
  mbedtls_aes_xts_init(NULL);
  printf("mbedtls_aes_xts_init\n");
  printf("mbedtls_aes_xts_setkey_dec: %d\n", mbedtls_aes_xts_setkey_dec(NULL, NULL, 128));
  printf("mbedtls_aes_xts_setkey_enc: %d\n", mbedtls_aes_xts_setkey_enc(NULL, NULL, 128));
  printf("mbedtls_internal_aes_decrypt: %d\n", mbedtls_internal_aes_decrypt(NULL, NULL, NULL));
  printf("mbedtls_internal_aes_encrypt: %d\n", mbedtls_internal_aes_encrypt(NULL, NULL, NULL));
}

static void nulls_of_gcm(void) {
  printf("mbedtls_gcm_auth_decrypt: %d\n", mbedtls_gcm_auth_decrypt(NULL, 16, NULL, 16, NULL, 16, NULL, 16, NULL, NULL));
  printf("mbedtls_gcm_crypt_and_tag: %d\n", mbedtls_gcm_crypt_and_tag(NULL, 1, 16, NULL, 16, NULL, 16, NULL, NULL, 16, NULL));
  printf("mbedtls_gcm_finish: %d\n", mbedtls_gcm_finish(NULL, NULL, 16, NULL, NULL, 16));
  mbedtls_gcm_free(NULL);
  printf("mbedtls_gcm_free\n");
  mbedtls_gcm_init(NULL);
  printf("mbedtls_gcm_init\n");
  printf("mbedtls_gcm_setkey: %d\n", mbedtls_gcm_setkey(NULL, MBEDTLS_CIPHER_ID_AES, NULL, 128));
  printf("mbedtls_gcm_starts: %d\n", mbedtls_gcm_starts(NULL, 1, NULL, 16));
  printf("mbedtls_gcm_update: %d\n", mbedtls_gcm_update(NULL, NULL, 16, NULL, 16, NULL));
  printf("mbedtls_gcm_update_ad: %d\n", mbedtls_gcm_update_ad(NULL, NULL, 16));
}

static void nulls_of_base64(void) {
  printf("mbedtls_base64_decode: %d\n", mbedtls_base64_decode(NULL, 16, NULL, NULL, 16));
  printf("mbedtls_base64_encode: %d\n", mbedtls_base64_encode(NULL, 16, NULL, NULL, 16));
}

static void nulls_of_pem(void) {
  mbedtls_pem_free(NULL);
  printf("mbedtls_pem_free\n");
  mbedtls_pem_init(NULL);
  printf("mbedtls_pem_init\n");
  printf("mbedtls_pem_read_buffer: %d\n", mbedtls_pem_read_buffer(NULL, NULL, NULL, NULL, NULL, 16, NULL));
  printf("mbedtls_pem_write_buffer: %d\n", mbedtls_pem_write_buffer(NULL, NULL, NULL, 16, NULL, 16, NULL));
}

static void nulls_of_cipher(void) {
  printf("mbedtls_cipher_auth_decrypt_ext: %d\n", mbedtls_cipher_auth_decrypt_ext(NULL, NULL, 16, NULL, 16, NULL, 16, NULL, 16, NULL, 16));
  printf("mbedtls_cipher_auth_encrypt_ext: %d\n", mbedtls_cipher_auth_encrypt_ext(NULL, NULL, 16, NULL, 16, NULL, 16, NULL, 16, NULL, 16));
  printf("mbedtls_cipher_check_tag: %d\n", mbedtls_cipher_check_tag(NULL, NULL, 16));
  printf("mbedtls_cipher_crypt: %d\n", mbedtls_cipher_crypt(NULL, NULL, 16, NULL, 16, NULL, NULL));
  printf("mbedtls_cipher_finish: %d\n", mbedtls_cipher_finish(NULL, NULL, NULL));
  printf("mbedtls_cipher_finish_padded: %d\n", mbedtls_cipher_finish_padded(NULL, NULL, NULL, NULL));
  mbedtls_cipher_free(NULL);
  printf("mbedtls_cipher_free\n");
  printf("mbedtls_cipher_info_from_string: %s\n", mbedtls_cipher_info_from_string(NULL) ? "not NULL" : "NULL");
  mbedtls_cipher_init(NULL);
  printf("mbedtls_cipher_init\n");
  printf("mbedtls_cipher_reset: %d\n", mbedtls_cipher_reset(NULL));
  printf("mbedtls_cipher_set_iv: %d\n", mbedtls_cipher_set_iv(NULL, NULL, 16));
  printf("mbedtls_cipher_set_padding_mode: %d\n", mbedtls_cipher_set_padding_mode(NULL, (mbedtls_cipher_padding_t) 0));
  printf("mbedtls_cipher_setkey: %d\n", mbedtls_cipher_setkey(NULL, NULL, 128, MBEDTLS_ENCRYPT));
  printf("mbedtls_cipher_setup: %d\n", mbedtls_cipher_setup(NULL, NULL));
  printf("mbedtls_cipher_update: %d\n", mbedtls_cipher_update(NULL, NULL, 16, NULL, NULL));
  printf("mbedtls_cipher_update_ad: %d\n", mbedtls_cipher_update_ad(NULL, NULL, 16));
  printf("mbedtls_cipher_write_tag: %d\n", mbedtls_cipher_write_tag(NULL, NULL, 16));
}

static void nulls_of_chacha20(void) {
  printf("mbedtls_chacha20_crypt: %d\n", mbedtls_chacha20_crypt(NULL, NULL, 1, 16, NULL, NULL));
  mbedtls_chacha20_free(NULL);
  printf("mbedtls_chacha20_free\n");
  mbedtls_chacha20_init(NULL);
  printf("mbedtls_chacha20_init\n");
  printf("mbedtls_chacha20_setkey: %d\n", mbedtls_chacha20_setkey(NULL, NULL));
  printf("mbedtls_chacha20_starts: %d\n", mbedtls_chacha20_starts(NULL, NULL, 1));
  printf("mbedtls_chacha20_update: %d\n", mbedtls_chacha20_update(NULL, 16, NULL, NULL));
}

static void nulls_of_poly1305(void) {
  printf("mbedtls_poly1305_finish: %d\n", mbedtls_poly1305_finish(NULL, NULL));
  mbedtls_poly1305_free(NULL);
  printf("mbedtls_poly1305_free\n");
  mbedtls_poly1305_init(NULL);
  printf("mbedtls_poly1305_init\n");
  printf("mbedtls_poly1305_mac: %d\n", mbedtls_poly1305_mac(NULL, NULL, 16, NULL));
  printf("mbedtls_poly1305_starts: %d\n", mbedtls_poly1305_starts(NULL, NULL));
  printf("mbedtls_poly1305_update: %d\n", mbedtls_poly1305_update(NULL, NULL, 16));
}

static void nulls_of_chachapoly(void) {
  printf("mbedtls_chachapoly_auth_decrypt: %d\n", mbedtls_chachapoly_auth_decrypt(NULL, 16, NULL, NULL, 16, NULL, NULL, NULL));
  printf("mbedtls_chachapoly_encrypt_and_tag: %d\n", mbedtls_chachapoly_encrypt_and_tag(NULL, 16, NULL, NULL, 16, NULL, NULL, NULL));
  printf("mbedtls_chachapoly_finish: %d\n", mbedtls_chachapoly_finish(NULL, NULL));
  mbedtls_chachapoly_free(NULL);
  printf("mbedtls_chachapoly_free\n");
  mbedtls_chachapoly_init(NULL);
  printf("mbedtls_chachapoly_init\n");
  printf("mbedtls_chachapoly_setkey: %d\n", mbedtls_chachapoly_setkey(NULL, NULL));
  printf("mbedtls_chachapoly_starts: %d\n", mbedtls_chachapoly_starts(NULL, NULL, (mbedtls_chachapoly_mode_t) 0));
  printf("mbedtls_chachapoly_update: %d\n", mbedtls_chachapoly_update(NULL, 16, NULL, NULL));
  printf("mbedtls_chachapoly_update_aad: %d\n", mbedtls_chachapoly_update_aad(NULL, NULL, 16));
}

static void nulls_of_ccm(void) {
  printf("mbedtls_ccm_auth_decrypt: %d\n", mbedtls_ccm_auth_decrypt(NULL, 16, NULL, 16, NULL, 16, NULL, NULL, NULL, 16));
  printf("mbedtls_ccm_encrypt_and_tag: %d\n", mbedtls_ccm_encrypt_and_tag(NULL, 16, NULL, 16, NULL, 16, NULL, NULL, NULL, 16));
  printf("mbedtls_ccm_finish: %d\n", mbedtls_ccm_finish(NULL, NULL, 16));
  mbedtls_ccm_free(NULL);
  printf("mbedtls_ccm_free\n");
  mbedtls_ccm_init(NULL);
  printf("mbedtls_ccm_init\n");
  printf("mbedtls_ccm_set_lengths: %d\n", mbedtls_ccm_set_lengths(NULL, 16, 16, 16));
  printf("mbedtls_ccm_setkey: %d\n", mbedtls_ccm_setkey(NULL, MBEDTLS_CIPHER_ID_AES, NULL, 128));
  printf("mbedtls_ccm_star_auth_decrypt: %d\n", mbedtls_ccm_star_auth_decrypt(NULL, 16, NULL, 16, NULL, 16, NULL, NULL, NULL, 16));
  printf("mbedtls_ccm_star_encrypt_and_tag: %d\n", mbedtls_ccm_star_encrypt_and_tag(NULL, 16, NULL, 16, NULL, 16, NULL, NULL, NULL, 16));
  printf("mbedtls_ccm_starts: %d\n", mbedtls_ccm_starts(NULL, 1, NULL, 16));
  printf("mbedtls_ccm_update: %d\n", mbedtls_ccm_update(NULL, NULL, 16, NULL, 16, NULL));
  printf("mbedtls_ccm_update_ad: %d\n", mbedtls_ccm_update_ad(NULL, NULL, 16));
}

static void nulls_of_cmac(void) {
  printf("mbedtls_aes_cmac_prf_128: %d\n", mbedtls_aes_cmac_prf_128(NULL, 16, NULL, 16, NULL));
  printf("mbedtls_cipher_cmac: %d\n", mbedtls_cipher_cmac(NULL, NULL, 16, NULL, 16, NULL));
  printf("mbedtls_cipher_cmac_finish: %d\n", mbedtls_cipher_cmac_finish(NULL, NULL));
  printf("mbedtls_cipher_cmac_reset: %d\n", mbedtls_cipher_cmac_reset(NULL));
  printf("mbedtls_cipher_cmac_starts: %d\n", mbedtls_cipher_cmac_starts(NULL, NULL, 128));
  printf("mbedtls_cipher_cmac_update: %d\n", mbedtls_cipher_cmac_update(NULL, NULL, 16));
}

static void nulls_of_camellia(void) {
  printf("mbedtls_camellia_crypt_cbc: %d\n", mbedtls_camellia_crypt_cbc(NULL, 1, 16, NULL, NULL, NULL));
  printf("mbedtls_camellia_crypt_cfb128: %d\n", mbedtls_camellia_crypt_cfb128(NULL, 1, 16, NULL, NULL, NULL, NULL));
  printf("mbedtls_camellia_crypt_ctr: %d\n", mbedtls_camellia_crypt_ctr(NULL, 16, NULL, NULL, NULL, NULL, NULL));
  printf("mbedtls_camellia_crypt_ecb: %d\n", mbedtls_camellia_crypt_ecb(NULL, 1, NULL, NULL));
  mbedtls_camellia_free(NULL);
  printf("mbedtls_camellia_free\n");
  mbedtls_camellia_init(NULL);
  printf("mbedtls_camellia_init\n");
  printf("mbedtls_camellia_setkey_dec: %d\n", mbedtls_camellia_setkey_dec(NULL, NULL, 128));
  printf("mbedtls_camellia_setkey_enc: %d\n", mbedtls_camellia_setkey_enc(NULL, NULL, 128));
}

static void nulls_of_aria(void) {
  printf("mbedtls_aria_crypt_cbc: %d\n", mbedtls_aria_crypt_cbc(NULL, 1, 16, NULL, NULL, NULL));
  printf("mbedtls_aria_crypt_cfb128: %d\n", mbedtls_aria_crypt_cfb128(NULL, 1, 16, NULL, NULL, NULL, NULL));
  printf("mbedtls_aria_crypt_ctr: %d\n", mbedtls_aria_crypt_ctr(NULL, 16, NULL, NULL, NULL, NULL, NULL));
  printf("mbedtls_aria_crypt_ecb: %d\n", mbedtls_aria_crypt_ecb(NULL, NULL, NULL));
  mbedtls_aria_free(NULL);
  printf("mbedtls_aria_free\n");
  mbedtls_aria_init(NULL);
  printf("mbedtls_aria_init\n");
  printf("mbedtls_aria_setkey_dec: %d\n", mbedtls_aria_setkey_dec(NULL, NULL, 128));
  printf("mbedtls_aria_setkey_enc: %d\n", mbedtls_aria_setkey_enc(NULL, NULL, 128));
}

static void nulls_of_des(void) {
  printf("mbedtls_des3_crypt_cbc: %d\n", mbedtls_des3_crypt_cbc(NULL, 1, 16, NULL, NULL, NULL));
  printf("mbedtls_des3_crypt_ecb: %d\n", mbedtls_des3_crypt_ecb(NULL, NULL, NULL));
  mbedtls_des3_free(NULL);
  printf("mbedtls_des3_free\n");
  mbedtls_des3_init(NULL);
  printf("mbedtls_des3_init\n");
  printf("mbedtls_des3_set2key_dec: %d\n", mbedtls_des3_set2key_dec(NULL, NULL));
  printf("mbedtls_des3_set2key_enc: %d\n", mbedtls_des3_set2key_enc(NULL, NULL));
  printf("mbedtls_des3_set3key_dec: %d\n", mbedtls_des3_set3key_dec(NULL, NULL));
  printf("mbedtls_des3_set3key_enc: %d\n", mbedtls_des3_set3key_enc(NULL, NULL));
  printf("mbedtls_des_crypt_cbc: %d\n", mbedtls_des_crypt_cbc(NULL, 1, 16, NULL, NULL, NULL));
  printf("mbedtls_des_crypt_ecb: %d\n", mbedtls_des_crypt_ecb(NULL, NULL, NULL));
  mbedtls_des_free(NULL);
  printf("mbedtls_des_free\n");
  mbedtls_des_init(NULL);
  printf("mbedtls_des_init\n");
  printf("mbedtls_des_key_check_key_parity: %d\n", mbedtls_des_key_check_key_parity(NULL));
  printf("mbedtls_des_key_check_weak: %d\n", mbedtls_des_key_check_weak(NULL));
  mbedtls_des_key_set_parity(NULL);
  printf("mbedtls_des_key_set_parity\n");
  mbedtls_des_setkey(NULL, NULL);
  printf("mbedtls_des_setkey\n");
  printf("mbedtls_des_setkey_dec: %d\n", mbedtls_des_setkey_dec(NULL, NULL));
  printf("mbedtls_des_setkey_enc: %d\n", mbedtls_des_setkey_enc(NULL, NULL));
}

static void nulls_of_nist_kw(void) {
  mbedtls_nist_kw_free(NULL);
  printf("mbedtls_nist_kw_free\n");
  mbedtls_nist_kw_init(NULL);
  printf("mbedtls_nist_kw_init\n");
  printf("mbedtls_nist_kw_setkey: %d\n", mbedtls_nist_kw_setkey(NULL, MBEDTLS_CIPHER_ID_AES, NULL, 128, 1));
  printf("mbedtls_nist_kw_unwrap: %d\n", mbedtls_nist_kw_unwrap(NULL, (mbedtls_nist_kw_mode_t) 0, NULL, 16, NULL, NULL, 16));
  printf("mbedtls_nist_kw_wrap: %d\n", mbedtls_nist_kw_wrap(NULL, (mbedtls_nist_kw_mode_t) 0, NULL, 16, NULL, NULL, 16));
}

/* Contexts that were made ready and got no key. */
static void without_key(void) {
  mbedtls_aes_context aes;
  mbedtls_aes_xts_context xts;
  mbedtls_aria_context aria;
  mbedtls_camellia_context camellia;
  mbedtls_des_context des;
  mbedtls_des3_context des3;
  mbedtls_gcm_context gcm;
  mbedtls_ccm_context ccm;
  mbedtls_nist_kw_context kw;
  size_t at = 0, len = 0;
  mbedtls_aes_init(&aes);
  mbedtls_aes_xts_init(&xts);
  mbedtls_aria_init(&aria);
  mbedtls_camellia_init(&camellia);
  mbedtls_des_init(&des);
  mbedtls_des3_init(&des3);
  mbedtls_gcm_init(&gcm);
  mbedtls_ccm_init(&ccm);
  mbedtls_nist_kw_init(&kw);
  printf("aes %d %d %d %d %d %d\n", mbedtls_aes_crypt_ecb(&aes, 1, text, out), mbedtls_aes_crypt_cbc(&aes, 1, 16, iv, text, out),
         mbedtls_aes_crypt_cfb128(&aes, 1, 16, &at, iv, text, out), mbedtls_aes_crypt_ofb(&aes, 16, &at, iv, text, out),
         mbedtls_aes_crypt_ctr(&aes, 16, &at, iv, stream, text, out), mbedtls_aes_crypt_xts(&xts, 1, 16, iv, text, out));
  printf("aria %d %d\n", mbedtls_aria_crypt_ecb(&aria, text, out), mbedtls_aria_crypt_cbc(&aria, 1, 16, iv, text, out));
  printf("camellia %d %d\n", mbedtls_camellia_crypt_ecb(&camellia, 1, text, out),
         mbedtls_camellia_crypt_cbc(&camellia, 1, 16, iv, text, out));
  printf("des %d %d\n", mbedtls_des_crypt_ecb(&des, text, out), mbedtls_des3_crypt_ecb(&des3, text, out));
  printf("gcm %d %d %d\n", mbedtls_gcm_starts(&gcm, 1, iv, 12), mbedtls_gcm_update(&gcm, text, 16, out, 16, &len),
         mbedtls_gcm_crypt_and_tag(&gcm, 1, 16, iv, 12, NULL, 0, text, out, 16, stream));
  printf("ccm %d %d %d\n", mbedtls_ccm_starts(&ccm, 1, iv, 12), mbedtls_ccm_set_lengths(&ccm, 0, 16, 16),
         mbedtls_ccm_encrypt_and_tag(&ccm, 16, iv, 12, NULL, 0, text, out, stream, 16));
  printf("kw %d %d\n", mbedtls_nist_kw_wrap(&kw, MBEDTLS_KW_MODE_KW, text, 16, out, &len, sizeof out),
         mbedtls_nist_kw_unwrap(&kw, MBEDTLS_KW_MODE_KW, text, 24, out, &len, sizeof out));
  for (const int *type = mbedtls_cipher_list(); *type; type++) {
    mbedtls_cipher_context_t cipher;
    const mbedtls_cipher_info_t *info = mbedtls_cipher_info_from_type((mbedtls_cipher_type_t) *type);
    mbedtls_cipher_init(&cipher);
    printf("%s %d", mbedtls_cipher_info_get_name(info), mbedtls_cipher_setup(&cipher, info));
    printf(" %d", mbedtls_cipher_set_iv(&cipher, iv, 12));
    printf(" %d", mbedtls_cipher_update_ad(&cipher, text, 3));
    printf(" %d", mbedtls_cipher_update(&cipher, text, 16, out, &len));
    printf(" %d", mbedtls_cipher_finish(&cipher, out, &len));
    printf(" %d", mbedtls_cipher_write_tag(&cipher, stream, 16));
    printf(" %d", mbedtls_cipher_check_tag(&cipher, stream, 16));
    printf(" %d", mbedtls_cipher_cmac_update(&cipher, text, 16));
    printf(" %d", mbedtls_cipher_auth_encrypt_ext(&cipher, iv, 12, text, 3, text, 16, out, 32, &len, 16));
    printf(" %d", mbedtls_cipher_auth_decrypt_ext(&cipher, iv, 12, text, 3, text, 32, out, 16, &len, 16));
    printf(" %d\n", mbedtls_cipher_auth_encrypt_ext(&cipher, NULL, 0, NULL, 0, text, 16, out, 32, &len, 0));
    mbedtls_cipher_free(&cipher);
  }
}

int main(void) {
  setvbuf(stdout, NULL, _IOLBF, 0);
  nulls_of_aes();
  nulls_of_gcm();
  nulls_of_base64();
  nulls_of_pem();
  nulls_of_cipher();
  nulls_of_chacha20();
  nulls_of_poly1305();
  nulls_of_chachapoly();
  nulls_of_ccm();
  nulls_of_cmac();
  nulls_of_camellia();
  nulls_of_aria();
  nulls_of_des();
  nulls_of_nist_kw();
  without_key();
  return 0;
}
