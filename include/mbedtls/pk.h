/*
 * mbedtls/pk.h: Public and private keys.
 *
 * Generated from src/capi/pk/ by `make headers`; change it there.
 * SPDX-License-Identifier: Apache-2.0 OR MIT
 */
#ifndef MBEDTLS_COMPAT_MBEDTLS_PK_H
#define MBEDTLS_COMPAT_MBEDTLS_PK_H

#include "mbedtls/private_access.h"
#include "mbedtls/build_info.h"
#include "mbedtls/md.h"
#include "mbedtls/rsa.h"
#include "mbedtls/ecp.h"
#include "mbedtls/platform_util.h"
#include "psa/crypto.h"

typedef struct mbedtls_pk_info_t mbedtls_pk_info_t;
typedef struct mbedtls_pk_context mbedtls_pk_context;
typedef struct mbedtls_pk_rsassa_pss_options mbedtls_pk_rsassa_pss_options;
typedef struct mbedtls_pk_debug_item mbedtls_pk_debug_item;

#include "mbedtls/compat/pk_values.h"

/** Decrypts: fills `output` with the message of `input`, and `olen` with its length. */
typedef int (*mbedtls_pk_rsa_alt_decrypt_func)(void *ctx, size_t *olen, const unsigned char *input,
    unsigned char *output, size_t output_max_len);

/** Signs: fills `sig` with as many bytes as the key is long. */
typedef int (*mbedtls_pk_rsa_alt_sign_func)(void *ctx, mbedtls_f_rng_t *f_rng, void *p_rng,
    mbedtls_md_type_t md_alg, unsigned int hashlen, const unsigned char *hash, unsigned char *sig);

/** Tells the length of the key in bytes. */
typedef size_t (*mbedtls_pk_rsa_alt_key_len_func)(void *ctx);

/** The progress of an operation in parts. Nothing is done in parts here. */
typedef void mbedtls_pk_restart_ctx;

/** What the library knows about a type of key; programs only hold pointers to it. */
struct mbedtls_pk_info_t;

/**
 * A key: public, or a pair. Starts with mbedtls_pk_init(), ends with mbedtls_pk_free(). Its members are
 * private.
 */
struct mbedtls_pk_context {
    const mbedtls_pk_info_t *MBEDTLS_PRIVATE(pk_info);
    void *MBEDTLS_PRIVATE(pk_ctx);
};

/** A part of a key, for messages. Its members are private. */
struct mbedtls_pk_debug_item {
    mbedtls_pk_debug_type MBEDTLS_PRIVATE(type);
    const char *MBEDTLS_PRIVATE(name);
    void *MBEDTLS_PRIVATE(value);
};

/** What a signature with the padding PSS has to be like. */
struct mbedtls_pk_rsassa_pss_options {
    /** The hash function of the mask, and of the hash. */
    mbedtls_md_type_t mgf1_hash_id;
    /** The length of the salt, or #MBEDTLS_RSA_SALT_LEN_ANY. */
    int expected_salt_len;
};

#ifdef __cplusplus
extern "C" {
#endif // __cplusplus

/**
 * Sets a context up as empty. Call it once, before anything else is done with the context.
 *
 * \param ctx  The context; NULL does nothing.
 */
void mbedtls_pk_init(mbedtls_pk_context *ctx);

/**
 * Releases the key in a context and leaves it empty, ready for another key.
 *
 * \param ctx  The context; NULL, or a context without a key, does nothing.
 */
void mbedtls_pk_free(mbedtls_pk_context *ctx);

/**
 * Makes a context hold a key of a type, without its numbers yet: see mbedtls_pk_rsa() and mbedtls_pk_ec().
 *
 * \param ctx   An empty context.
 * \param info  The type: what mbedtls_pk_info_from_type() gave.
 *
 * \return 0 if it was done.
 * \return #MBEDTLS_ERR_PK_BAD_INPUT_DATA if \p ctx is NULL or holds a key, or \p info is NULL.
 */
int mbedtls_pk_setup(mbedtls_pk_context *ctx, const mbedtls_pk_info_t *info);

/**
 * Tells what kind of key a context holds.
 *
 * \param ctx  The context; may be NULL.
 *
 * \return The type that mbedtls_pk_setup() was called with; of a key that was read #MBEDTLS_PK_RSA, #MBEDTLS_PK_ECKEY, or
 *         #MBEDTLS_PK_OPAQUE for Ed25519, which has no type of its own.
 * \return #MBEDTLS_PK_NONE if there is no key.
 */
mbedtls_pk_type_t mbedtls_pk_get_type(const mbedtls_pk_context *ctx);

/**
 * Tells the size of the key in a context: of the modulus for RSA, of the field for EC, 256 for Ed25519.
 *
 * \param ctx  The context; may be NULL.
 *
 * \return The size in bits; 0 if there is no key, or it has no numbers yet.
 */
size_t mbedtls_pk_get_bitlen(const mbedtls_pk_context *ctx);

/**
 * Names the kind of key in a context, for messages.
 *
 * \param ctx  The context; may be NULL.
 *
 * \return "RSA", "EC", "EC_DH", "ECDSA", "RSA-alt" or "Ed25519"; "invalid PK" if there is no key. The string is static: do not release it.
 */
const char *mbedtls_pk_get_name(const mbedtls_pk_context *ctx);

/**
 * Tells whether the key in a context is one for a type of operation.
 *
 * \param ctx   The context; may be NULL.
 * \param type  RSA keys are for #MBEDTLS_PK_RSA and #MBEDTLS_PK_RSASSA_PSS; EC keys for #MBEDTLS_PK_ECKEY,
 *              #MBEDTLS_PK_ECKEY_DH and #MBEDTLS_PK_ECDSA; Ed25519 keys for #MBEDTLS_PK_OPAQUE.
 *
 * \return 1 if it is.
 * \return 0 if it is not, or if there is no key.
 */
int mbedtls_pk_can_do(const mbedtls_pk_context *ctx, mbedtls_pk_type_t type);

/**
 * Checks that a public and a private key belong together. A private key counts as its public half, too.
 *
 * \param pub_   The context with the public key.
 * \param prv    The context with the private key.
 * \param f_rng  Not used; may be NULL.
 * \param p_rng  Not used; may be NULL.
 *
 * \return 0 if they are a pair.
 * \return #MBEDTLS_ERR_PK_BAD_INPUT_DATA if one of the contexts is NULL or empty.
 * \return #MBEDTLS_ERR_PK_TYPE_MISMATCH if the keys are of different kinds.
 * \return #MBEDTLS_ERR_RSA_KEY_CHECK_FAILED if they are RSA keys that are no pair, or \p prv has no private key.
 * \return #MBEDTLS_ERR_ECP_BAD_INPUT_DATA if they are EC or Ed25519 keys that are no pair.
 * \return #MBEDTLS_ERR_ECP_INVALID_KEY if they are EC or Ed25519 keys and \p prv has no private key.
 */
int mbedtls_pk_check_pair(const mbedtls_pk_context *pub_, const mbedtls_pk_context *prv,
    mbedtls_f_rng_t *f_rng, void *p_rng);

/**
 * Finds what the library knows about a type of key.
 *
 * \param pk_type  The type.
 *
 * \return Static information, for the types #MBEDTLS_PK_RSA to #MBEDTLS_PK_ECDSA. Do not release it.
 * \return NULL for every other type.
 */
const mbedtls_pk_info_t *mbedtls_pk_info_from_type(mbedtls_pk_type_t pk_type);

/**
 * Makes a context hold an RSA key that functions of the program work with.
 *
 * \param ctx           An empty context.
 * \param key           What the functions are given. It stays the program's, and is used until mbedtls_pk_free().
 * \param decrypt_func  Decrypts.
 * \param sign_func     Signs.
 * \param key_len_func  Tells the length of the key.
 *
 * \return 0 if it was done.
 * \return #MBEDTLS_ERR_PK_BAD_INPUT_DATA if \p ctx is NULL or holds a key.
 */
int mbedtls_pk_setup_rsa_alt(mbedtls_pk_context *ctx, void *key, mbedtls_pk_rsa_alt_decrypt_func decrypt_func,
    mbedtls_pk_rsa_alt_sign_func sign_func, mbedtls_pk_rsa_alt_key_len_func key_len_func);

/**
 * Encrypts a message with an RSA key, padded as its context says: PKCS #1 v1.5 if nothing was said.
 *
 * \param ctx     The context with the public key, or with both.
 * \param input   The message.
 * \param ilen    Its length.
 * \param output  Where the encrypted message goes.
 * \param olen    Where its length goes.
 * \param osize   The size of \p output.
 * \param f_rng   Not used; may be NULL. The random bytes are the operating system's.
 * \param p_rng   Not used; may be NULL.
 *
 * \return 0 if it was encrypted.
 * \return #MBEDTLS_ERR_PK_TYPE_MISMATCH if the key is no RSA key.
 * \return #MBEDTLS_ERR_RSA_OUTPUT_TOO_LARGE if \p output is too small.
 * \return #MBEDTLS_ERR_PK_BAD_INPUT_DATA if a pointer is NULL or \p ctx is empty.
 * \return A code of mbedtls_rsa_pkcs1_encrypt() if that does not encrypt.
 */
int mbedtls_pk_encrypt(mbedtls_pk_context *ctx, const unsigned char *input, size_t ilen,
    unsigned char *output, size_t *olen, size_t osize, mbedtls_f_rng_t *f_rng, void *p_rng);

/**
 * Decrypts a message with an RSA key; see mbedtls_rsa_pkcs1_decrypt() for what becomes of a wrong padding.
 *
 * \param ctx     The context with the private key.
 * \param input   The encrypted message.
 * \param ilen    Its length.
 * \param output  Where the message goes.
 * \param olen    Where its length goes.
 * \param osize   The size of \p output.
 * \param f_rng   Not used; may be NULL. The random bytes are the operating system's.
 * \param p_rng   Not used; may be NULL.
 *
 * \return 0 if it was decrypted.
 * \return #MBEDTLS_ERR_PK_TYPE_MISMATCH if the key is no RSA key.
 * \return #MBEDTLS_ERR_PK_BAD_INPUT_DATA if a pointer is NULL or \p ctx is empty.
 * \return #MBEDTLS_ERR_RSA_BAD_INPUT_DATA if \p ilen is not the length of the key.
 * \return A code of mbedtls_rsa_pkcs1_decrypt() if that does not decrypt.
 */
int mbedtls_pk_decrypt(mbedtls_pk_context *ctx, const unsigned char *input, size_t ilen,
    unsigned char *output, size_t *olen, size_t osize, mbedtls_f_rng_t *f_rng, void *p_rng);

/**
 * Lists the public parts of a key, for messages.
 *
 * \param ctx    The context.
 * \param items  Room for #MBEDTLS_PK_DEBUG_MAX_ITEMS parts. They point into the key.
 *
 * \return 0 if they were listed.
 * \return #MBEDTLS_ERR_PK_BAD_INPUT_DATA if a pointer is NULL or \p ctx is empty.
 * \return #MBEDTLS_ERR_PK_TYPE_MISMATCH if the parts of such keys cannot be listed.
 */
int mbedtls_pk_debug(const mbedtls_pk_context *ctx, mbedtls_pk_debug_item *items);

/**
 * Reads a private key from memory: PKCS #1 (RSA), SEC 1 (EC) or PKCS #8, as DER or PEM, encrypted or not.
 *
 * RSA keys of up to 8192 bits, EC keys on the named curves, X25519, X448 and Ed25519 keys are taken; TLS signs with RSA
 * keys of 2048, 3072 and 4096 bits and an exponent from 65537, and on P-256, P-384 and P-521. Of a PEM text with several private keys
 * an RSA key counts before an EC key, and that before PKCS #8; other blocks, such as certificates, are skipped. The numbers
 * of a key need not belong together: mbedtls_pk_check_pair() tells. Encrypted keys may use PBES2 with PBKDF2 (HMAC with SHA-1, SHA-256, SHA-384 or SHA-512) and AES, DES or triple DES in CBC mode, or PKCS #12's way with
 * SHA-1 and triple DES, or be PEM blocks with a DEK-Info header and one of the same ciphers.
 *
 * \param ctx     An initialised context. A key that it holds is released first; when an error is returned, it is empty.
 * \param key     The key. It is only read, and may be released afterwards.
 * \param keylen  The number of bytes in \p key. For PEM this counts the terminating NUL, which must be there.
 * \param pwd     The password of an encrypted key; NULL if there is none.
 * \param pwdlen  The number of bytes in \p pwd.
 * \param f_rng   Not used; may be NULL.
 * \param p_rng   Not used; may be NULL.
 *
 * \return 0 if the key was read.
 * \return #MBEDTLS_ERR_PK_BAD_INPUT_DATA if \p ctx is NULL, or if \p key or \p pwd is NULL although its
 *         length is not 0.
 * \return #MBEDTLS_ERR_PK_KEY_INVALID_FORMAT if this is no private key, or a damaged one in DER. Those below but for the
 *         wrong password are for PEM.
 * \return #MBEDTLS_ERR_PK_KEY_INVALID_FORMAT with a code of ASN.1 or of the curves added, or #MBEDTLS_ERR_PK_INVALID_ALG, alone
 *         or with one of ASN.1, if the key is damaged.
 * \return A code of ASN.1 alone, #MBEDTLS_ERR_RSA_BAD_INPUT_DATA or #MBEDTLS_ERR_RSA_KEY_CHECK_FAILED if an RSA key is.
 * \return A code of PKCS #5, PKCS #12 or the ciphers if the way of its encryption is damaged, or not there.
 * \return #MBEDTLS_ERR_PK_KEY_INVALID_VERSION if the version is not one of the format.
 * \return #MBEDTLS_ERR_PK_UNKNOWN_PK_ALG if the key is for none of the algorithms above.
 * \return #MBEDTLS_ERR_PK_UNKNOWN_NAMED_CURVE if its curve has no name or an unknown one.
 * \return #MBEDTLS_ERR_ECP_FEATURE_UNAVAILABLE if its curve is given by numbers.
 * \return #MBEDTLS_ERR_PK_FEATURE_UNAVAILABLE if the key is encrypted in another way.
 * \return #MBEDTLS_ERR_PK_PASSWORD_REQUIRED if the key is encrypted and \p pwd is NULL, or empty where PKCS #8 needs one.
 * \return #MBEDTLS_ERR_PK_PASSWORD_MISMATCH if \p pwd is not its password.
 * \return #MBEDTLS_ERR_PEM_INVALID_DATA, alone or with a base64 code added, if the PEM block cannot be decoded.
 * \return #MBEDTLS_ERR_PEM_UNKNOWN_ENC_ALG or #MBEDTLS_ERR_PEM_INVALID_ENC_IV if its encryption header cannot.
 */
int mbedtls_pk_parse_key(mbedtls_pk_context *ctx, const unsigned char *key, size_t keylen,
    const unsigned char *pwd, size_t pwdlen, mbedtls_f_rng_t *f_rng, void *p_rng);

/**
 * Reads a private key from a file; see mbedtls_pk_parse_key() for the formats and for the codes beside these.
 *
 * \param ctx       As for mbedtls_pk_parse_key().
 * \param path      The file's name. Files over 1 MiB are not read.
 * \param password  The password of an encrypted key; NULL if there is none.
 * \param f_rng     Not used; may be NULL.
 * \param p_rng     Not used; may be NULL.
 *
 * \return 0 if the key was read.
 * \return #MBEDTLS_ERR_PK_FILE_IO_ERROR if the file cannot be read.
 * \return #MBEDTLS_ERR_PK_BAD_INPUT_DATA if \p ctx or \p path is NULL.
 * \return A code of mbedtls_pk_parse_key() if the content is not taken.
 */
int mbedtls_pk_parse_keyfile(mbedtls_pk_context *ctx, const char *path, const char *password,
    mbedtls_f_rng_t *f_rng, void *p_rng);

/**
 * Reads a public key from memory: SubjectPublicKeyInfo or PKCS #1, as DER or PEM.
 *
 * RSA keys of any size, EC keys on the named curves, X25519, X448 and Ed25519 keys are taken.
 * Signatures are verified with RSA keys of up to 8192 bits, EC keys and Ed25519.
 *
 * \param ctx     An empty context. It stays empty when an error is returned.
 * \param key     The key. It is only read, and may be released afterwards.
 * \param keylen  The number of bytes in \p key. For PEM this counts the terminating NUL, which must be there.
 *
 * \return 0 if the key was read.
 * \return #MBEDTLS_ERR_PK_BAD_INPUT_DATA if \p ctx is NULL or holds a key, or if \p key is NULL and \p keylen is not 0.
 * \return #MBEDTLS_ERR_PK_KEY_INVALID_FORMAT, alone or with an ASN.1 code added, if this is no public key.
 * \return #MBEDTLS_ERR_PK_INVALID_ALG with an ASN.1 code added if its algorithm is damaged.
 * \return #MBEDTLS_ERR_PK_INVALID_PUBKEY, alone or with an ASN.1 code added, if the key itself is.
 * \return #MBEDTLS_ERR_PK_UNKNOWN_PK_ALG if the algorithm is none of those above.
 * \return #MBEDTLS_ERR_PK_UNKNOWN_NAMED_CURVE if its curve has no name or an unknown one.
 * \return #MBEDTLS_ERR_ECP_INVALID_KEY if its point is not on its curve, #MBEDTLS_ERR_ECP_BAD_INPUT_DATA if it is none.
 * \return #MBEDTLS_ERR_ECP_FEATURE_UNAVAILABLE if its curve is given by numbers.
 * \return A code of ASN.1 alone, or #MBEDTLS_ERR_RSA_BAD_INPUT_DATA, if an RSA key of PKCS #1 is damaged.
 * \return #MBEDTLS_ERR_PEM_INVALID_DATA, alone or with a base64 code added, if the PEM block cannot be decoded.
 */
int mbedtls_pk_parse_public_key(mbedtls_pk_context *ctx, const unsigned char *key, size_t keylen);

/**
 * Reads a public key from a file; see mbedtls_pk_parse_public_key() for the formats and for the codes beside these.
 *
 * \param ctx   An empty context. It stays empty when an error is returned.
 * \param path  The file's name. Files over 1 MiB are not read.
 *
 * \return 0 if the key was read.
 * \return #MBEDTLS_ERR_PK_FILE_IO_ERROR if the file cannot be read.
 * \return #MBEDTLS_ERR_PK_BAD_INPUT_DATA if \p ctx is NULL or holds a key, or if \p path is NULL.
 * \return A code of mbedtls_pk_parse_public_key() if the content is not taken.
 */
int mbedtls_pk_parse_public_keyfile(mbedtls_pk_context *ctx, const char *path);

/**
 * Reads a public key from a SubjectPublicKeyInfo that others follow.
 *
 * \param p    Points to the bytes; it is moved behind the key if it was read.
 * \param end  Their end.
 * \param pk   An empty context. It stays empty when an error is returned.
 *
 * \return As mbedtls_pk_parse_public_key().
 */
int mbedtls_pk_parse_subpubkey(unsigned char **p, const unsigned char *end, mbedtls_pk_context *pk);

/**
 * Fills in attributes for a key to be imported by mbedtls_pk_import_into_psa(): its type and length, what it is for, and the
 * algorithm. Number and lifetime stay as they are.
 *
 * \param pk          The context with the key.
 * \param usage       One of `PSA_KEY_USAGE_SIGN_MESSAGE`, `_SIGN_HASH`, `_DECRYPT` and `_DERIVE`, which need a pair, and
 *                    `_VERIFY_MESSAGE`, `_VERIFY_HASH` and `_ENCRYPT`, which give a public key. Export and copies are allowed.
 * \param attributes  Takes them. They are not changed on error.
 *
 * \return 0 if that was done.
 * \return #MBEDTLS_ERR_PK_TYPE_MISMATCH if the key is not for that, or \p usage is not one of those.
 * \return #MBEDTLS_ERR_PK_BAD_INPUT_DATA if a pointer is NULL, or \p pk is empty.
 */
int mbedtls_pk_get_psa_attributes(const mbedtls_pk_context *pk, psa_key_usage_t usage,
    psa_key_attributes_t *attributes);

/**
 * Gives a key to PSA Crypto.
 *
 * \param pk          The context with the key. It stays as it is.
 * \param attributes  What psa_import_key() takes, such as mbedtls_pk_get_psa_attributes() gives. The type is that of the key, or of its
 *                    public half.
 * \param key_id      Takes the number of the key; 0 on error.
 *
 * \return 0 if that was done.
 * \return #MBEDTLS_ERR_PK_TYPE_MISMATCH if the type is not that of the key.
 * \return #MBEDTLS_ERR_RSA_BAD_INPUT_DATA, #MBEDTLS_ERR_ASN1_BUF_TOO_SMALL if an RSA key has no private half, or the attributes say that
 *         it is shorter.
 * \return #MBEDTLS_ERR_PK_INVALID_ALG if psa_import_key() does not take key or attributes, or another code for what it returned.
 * \return #MBEDTLS_ERR_PK_BAD_INPUT_DATA if a pointer is NULL, or \p pk is empty.
 */
int mbedtls_pk_import_into_psa(const mbedtls_pk_context *pk, const psa_key_attributes_t *attributes,
    mbedtls_svc_key_id_t *key_id);

/**
 * Copies a key of PSA Crypto into a context: a pair with both halves.
 *
 * \param key_id  The key; if it is a pair, its policy allows `PSA_KEY_USAGE_EXPORT`.
 * \param pk      An empty context. An RSA key gets the padding and the hash of the key's algorithm.
 *
 * \return 0 if that was done.
 * \return #MBEDTLS_ERR_PK_TYPE_MISMATCH if the policy does not allow it.
 * \return #MBEDTLS_ERR_PK_BAD_INPUT_DATA if there is no such key, it is neither RSA nor on a curve, or \p pk is NULL or not empty.
 */
int mbedtls_pk_copy_from_psa(mbedtls_svc_key_id_t key_id, mbedtls_pk_context *pk);

/**
 * Copies a public key of PSA Crypto, or the public half of a pair, into a context.
 *
 * \param key_id  The key.
 * \param pk      An empty context. An RSA key gets the padding and the hash of the key's algorithm.
 *
 * \return 0 if that was done.
 * \return #MBEDTLS_ERR_PK_BAD_INPUT_DATA if there is no such key, it is neither RSA nor on a curve, or \p pk is NULL or not empty.
 */
int mbedtls_pk_copy_public_from_psa(mbedtls_svc_key_id_t key_id, mbedtls_pk_context *pk);

/**
 * Signs a hash. An RSA key pads as its context says, PKCS #1 v1.5 if nothing was said. ECDSA takes its nonce from key and
 * hash (RFC 6979). An Ed25519 key signs \p hash as the message that it is, with #MBEDTLS_MD_NONE.
 *
 * \param ctx       The context with the private key.
 * \param md_alg    The function that made the hash; RSA also takes #MBEDTLS_MD_NONE.
 * \param hash      The hash.
 * \param hash_len  Its length; 0 stands for the length of \p md_alg.
 * \param sig       Where the signature goes.
 * \param sig_size  The size of \p sig.
 * \param sig_len   Where the length of the signature goes.
 * \param f_rng     Not used; may be NULL. The random bytes are the operating system's.
 * \param p_rng     Not used; may be NULL.
 *
 * \return 0 if it was signed.
 * \return #MBEDTLS_ERR_PK_BAD_INPUT_DATA if a pointer is NULL, \p ctx is empty, or there is no hash.
 * \return #MBEDTLS_ERR_PK_TYPE_MISMATCH if such keys do not sign.
 * \return #MBEDTLS_ERR_PK_BUFFER_TOO_SMALL or, of a key on a curve, #MBEDTLS_ERR_ECP_BUFFER_TOO_SMALL if \p sig is too small.
 * \return #MBEDTLS_ERR_PK_FEATURE_UNAVAILABLE if an Ed25519 key should sign a hash.
 * \return A code of mbedtls_rsa_pkcs1_sign() or mbedtls_ecdsa_write_signature() if these do not sign.
 */
int mbedtls_pk_sign(mbedtls_pk_context *ctx, mbedtls_md_type_t md_alg, const unsigned char *hash,
    size_t hash_len, unsigned char *sig, size_t sig_size, size_t *sig_len, mbedtls_f_rng_t *f_rng,
    void *p_rng);

/**
 * Signs a hash in the way of a type.
 *
 * \param pk_type   With #MBEDTLS_PK_RSASSA_PSS an RSA key pads with PSS, and a salt as long as the hash; other types that
 *                  the key can do are as mbedtls_pk_sign().
 * \param ctx       The context with the private key.
 * \param md_alg    The function that made the hash; PSS uses it, too.
 * \param hash      The hash.
 * \param hash_len  Its length.
 * \param sig       Where the signature goes.
 * \param sig_size  The size of \p sig.
 * \param sig_len   Where the length of the signature goes.
 * \param f_rng     Not used; may be NULL. The random bytes are the operating system's.
 * \param p_rng     Not used; may be NULL.
 *
 * \return #MBEDTLS_ERR_PK_TYPE_MISMATCH if the key cannot do \p pk_type.
 * \return Otherwise as mbedtls_pk_sign().
 */
int mbedtls_pk_sign_ext(mbedtls_pk_type_t pk_type, mbedtls_pk_context *ctx, mbedtls_md_type_t md_alg,
    const unsigned char *hash, size_t hash_len, unsigned char *sig, size_t sig_size, size_t *sig_len,
    mbedtls_f_rng_t *f_rng, void *p_rng);

/**
 * As mbedtls_pk_sign(), which is quick enough to be done at once.
 *
 * \param ctx       The context with the private key.
 * \param md_alg    The function that made the hash.
 * \param hash      The hash.
 * \param hash_len  Its length.
 * \param sig       Where the signature goes.
 * \param sig_size  The size of \p sig.
 * \param sig_len   Where the length of the signature goes.
 * \param f_rng     Not used; may be NULL.
 * \param p_rng     Not used; may be NULL.
 * \param rs_ctx    Not used; may be NULL.
 *
 * \return As mbedtls_pk_sign().
 */
int mbedtls_pk_sign_restartable(mbedtls_pk_context *ctx, mbedtls_md_type_t md_alg, const unsigned char *hash,
    size_t hash_len, unsigned char *sig, size_t sig_size, size_t *sig_len, mbedtls_f_rng_t *f_rng,
    void *p_rng, mbedtls_pk_restart_ctx *rs_ctx);

/**
 * Verifies a signature that mbedtls_pk_sign() could have made.
 *
 * \param ctx       The context with the public key, or with both.
 * \param md_alg    The function that made the hash; RSA, too, takes #MBEDTLS_MD_NONE.
 * \param hash      The hash.
 * \param hash_len  Its length; 0 stands for the length of \p md_alg.
 * \param sig       The signature.
 * \param sig_len   Its length.
 *
 * \return 0 if it is one of this key and hash.
 * \return #MBEDTLS_ERR_PK_SIG_LEN_MISMATCH if it is, and bytes follow.
 * \return #MBEDTLS_ERR_RSA_VERIFY_FAILED or #MBEDTLS_ERR_ECP_VERIFY_FAILED if it is not; also of an Ed25519 key the latter.
 * \return #MBEDTLS_ERR_PK_BAD_INPUT_DATA if a pointer is NULL, \p ctx is empty, or there is no hash.
 * \return #MBEDTLS_ERR_PK_TYPE_MISMATCH if such keys do not verify.
 * \return #MBEDTLS_ERR_PK_FEATURE_UNAVAILABLE if an Ed25519 key should verify a hash.
 * \return A code of mbedtls_rsa_pkcs1_verify() or mbedtls_ecdsa_read_signature() if these do not take it.
 */
int mbedtls_pk_verify(mbedtls_pk_context *ctx, mbedtls_md_type_t md_alg, const unsigned char *hash,
    size_t hash_len, const unsigned char *sig, size_t sig_len);

/**
 * Verifies a signature in the way of a type.
 *
 * \param type      With #MBEDTLS_PK_RSASSA_PSS an RSA key expects PSS; other types that the key can do are as
 *                  mbedtls_pk_verify().
 * \param options   With #MBEDTLS_PK_RSASSA_PSS a #mbedtls_pk_rsassa_pss_options, else NULL.
 * \param ctx       The context with the public key, or with both.
 * \param md_alg    The function that made the hash.
 * \param hash      The hash.
 * \param hash_len  Its length.
 * \param sig       The signature.
 * \param sig_len   Its length.
 *
 * \return #MBEDTLS_ERR_PK_TYPE_MISMATCH if the key cannot do \p type.
 * \return #MBEDTLS_ERR_PK_BAD_INPUT_DATA also if \p options are missing, or there and not expected.
 * \return Otherwise as mbedtls_pk_verify().
 */
int mbedtls_pk_verify_ext(mbedtls_pk_type_t type, const void *options, mbedtls_pk_context *ctx,
    mbedtls_md_type_t md_alg, const unsigned char *hash, size_t hash_len, const unsigned char *sig,
    size_t sig_len);

/**
 * As mbedtls_pk_verify(), which is quick enough to be done at once.
 *
 * \param ctx       The context with the public key, or with both.
 * \param md_alg    The function that made the hash.
 * \param hash      The hash.
 * \param hash_len  Its length.
 * \param sig       The signature.
 * \param sig_len   Its length.
 * \param rs_ctx    Not used; may be NULL.
 *
 * \return As mbedtls_pk_verify().
 */
int mbedtls_pk_verify_restartable(mbedtls_pk_context *ctx, mbedtls_md_type_t md_alg,
    const unsigned char *hash, size_t hash_len, const unsigned char *sig, size_t sig_len,
    mbedtls_pk_restart_ctx *rs_ctx);

/**
 * Writes the bare public key: RSAPublicKey of RFC 8017, or a point. It writes backwards.
 *
 * \param p      Points to the end of the room; it is moved to the first byte that was written.
 * \param start  The beginning of the room.
 * \param key    The context with the public key, or with both.
 *
 * \return The number of bytes that were written.
 * \return #MBEDTLS_ERR_ASN1_BUF_TOO_SMALL if there is too little room.
 * \return #MBEDTLS_ERR_PK_FEATURE_UNAVAILABLE if such keys are not written.
 * \return #MBEDTLS_ERR_ECP_FEATURE_UNAVAILABLE if a key on a curve has none.
 * \return #MBEDTLS_ERR_PK_BAD_INPUT_DATA if a pointer is NULL, or the room is none.
 */
int mbedtls_pk_write_pubkey(unsigned char **p, unsigned char *start, const mbedtls_pk_context *key);

/**
 * Writes a public key as SubjectPublicKeyInfo (RFC 5280). It stands at the END of the buffer.
 *
 * \param ctx   The context with the public key, or with both.
 * \param buf   The buffer.
 * \param size  Its size.
 *
 * \return The number of bytes that were written.
 * \return #MBEDTLS_ERR_ASN1_BUF_TOO_SMALL if \p buf is too small.
 * \return #MBEDTLS_ERR_PK_FEATURE_UNAVAILABLE if \p ctx is NULL or empty, or such keys are not written.
 * \return #MBEDTLS_ERR_ECP_FEATURE_UNAVAILABLE if a key on a curve has none.
 * \return #MBEDTLS_ERR_PK_BAD_INPUT_DATA if \p buf is NULL and \p size is not 0.
 */
int mbedtls_pk_write_pubkey_der(const mbedtls_pk_context *ctx, unsigned char *buf, size_t size);

/**
 * Writes a private key: an RSA key as RSAPrivateKey (RFC 8017), one on a curve as ECPrivateKey (RFC 5915). It stands at the END
 * of the buffer.
 *
 * \param ctx   The context with the private key.
 * \param buf   The buffer. Wipe it when the key is not needed any more.
 * \param size  Its size.
 *
 * \return The number of bytes that were written.
 * \return #MBEDTLS_ERR_ASN1_BUF_TOO_SMALL if \p buf is too small.
 * \return #MBEDTLS_ERR_PK_FEATURE_UNAVAILABLE if \p ctx is NULL or empty, or such keys are not written.
 * \return #MBEDTLS_ERR_RSA_BAD_INPUT_DATA or #MBEDTLS_ERR_ECP_BAD_INPUT_DATA if there is no private key.
 * \return #MBEDTLS_ERR_ECP_FEATURE_UNAVAILABLE if a key on a curve has none.
 * \return #MBEDTLS_ERR_PK_BAD_INPUT_DATA if \p buf is NULL and \p size is not 0.
 */
int mbedtls_pk_write_key_der(const mbedtls_pk_context *ctx, unsigned char *buf, size_t size);

/**
 * Writes a public key as PEM; see mbedtls_pk_write_pubkey_der().
 *
 * \param ctx   The context with the public key, or with both.
 * \param buf   Where the text goes, with a NUL behind it.
 * \param size  The size of \p buf.
 *
 * \return 0 if it was written.
 * \return #MBEDTLS_ERR_BASE64_BUFFER_TOO_SMALL if \p buf is too small.
 * \return Otherwise as mbedtls_pk_write_pubkey_der().
 */
int mbedtls_pk_write_pubkey_pem(const mbedtls_pk_context *ctx, unsigned char *buf, size_t size);

/**
 * Writes a private key as PEM; see mbedtls_pk_write_key_der().
 *
 * \param ctx   The context with the private key.
 * \param buf   Where the text goes, with a NUL behind it. Wipe it when the key is not needed any more.
 * \param size  The size of \p buf.
 *
 * \return 0 if it was written.
 * \return #MBEDTLS_ERR_BASE64_BUFFER_TOO_SMALL if \p buf is too small.
 * \return Otherwise as mbedtls_pk_write_key_der().
 */
int mbedtls_pk_write_key_pem(const mbedtls_pk_context *ctx, unsigned char *buf, size_t size);

#ifdef __cplusplus
}  // extern "C"
#endif  // __cplusplus

#include "mbedtls/compat/pk_inline.h"

#endif /* MBEDTLS_COMPAT_MBEDTLS_PK_H */
