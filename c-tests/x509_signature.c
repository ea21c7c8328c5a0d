/* Signatures of certificates, lists and requests, checked as programs with a path validation of their own do it: with what the
 * private members say. */
#define MBEDTLS_ALLOW_PRIVATE_ACCESS

#include <mbedtls/md.h>
#include <mbedtls/pk.h>
#include <mbedtls/x509_crl.h>
#include <mbedtls/x509_crt.h>
#include <mbedtls/x509_csr.h>

#include <stdio.h>
#include <stdlib.h>

static const char *const certificates[][2] = { /* and who signed it */
    { "odd/plain.crt", "odd/plain.crt" },
    { "odd/rsa-sha1.crt", "odd/rsa-sha1.crt" },
    { "odd/rsa-sha384.crt", "odd/rsa-sha384.crt" },
    { "odd/ecdsa-sha256.crt", "odd/ecdsa-sha256.crt" },
    { "odd/ecdsa-sha512.crt", "odd/ecdsa-sha512.crt" },
    { "odd/key-p384.crt", "odd/key-p384.crt" },
    { "odd/pss-sha1.crt", "odd/pss-sha1.crt" },
    { "odd/pss-sha256.crt", "odd/pss-sha256.crt" },
    { "odd/pss-sha512.crt", "odd/pss-sha512.crt" },
    { "odd/pss-salt.crt", "odd/pss-salt.crt" },
    { "chains/rsa2048-leaf.crt", "chains/rsa2048-root.crt" },
    { "chains/rsa2048-sha512-leaf.crt", "chains/rsa2048-root.crt" },
    { "chains/p384-leaf.crt", "chains/p384-root.crt" },
    { "chains/pss-sha384-64.crt", "chains/rsa2048-root.crt" },
    { "chains/rsa2048-leaf.crt", "odd/rsa-sha1.crt" },
    { "chains/p384-leaf.crt", "chains/rsa2048-root.crt" },
};
static const char *const lists[][2] = {
    { "chains/rsa2048.crl", "chains/rsa2048-root.crt" },
    { "chains/pss.crl", "chains/rsa2048-root.crt" },
    { "revoked.crl", "ca.crt" },
    { "other.crl", "ca.crt" },
};
static const char *const requests[] = { "odd/plain.csr", "odd/rsa-plain.csr", "odd/pss.csr" };

static const char *path(const char *name)
{
    static char paths[2][512];
    static int turn;

    turn = !turn;
    snprintf(paths[turn], sizeof paths[turn], "%s/%s", getenv("CERTS"), name);
    return paths[turn];
}

static void check(const char *name, const mbedtls_x509_buf *text, const mbedtls_x509_buf *sig, mbedtls_md_type_t md,
                  mbedtls_pk_type_t pk, const void *options, mbedtls_pk_context *key)
{
    const mbedtls_pk_rsassa_pss_options *pss = options;
    const mbedtls_md_info_t *info = mbedtls_md_info_from_type(md);
    unsigned char hash[MBEDTLS_MD_MAX_SIZE];

    printf("%s: md %d, pk %d, signature of %zu bytes with tag %d", name, md, pk, sig->len, sig->tag);
    if (pss != NULL)
        printf(", mask %d, salt %d", pss->mgf1_hash_id, pss->expected_salt_len);
    mbedtls_md(info, text->p, text->len, hash);
    printf(": -0x%04x\n", (unsigned) -mbedtls_pk_verify_ext(pk, options, key, md, hash, mbedtls_md_get_size(info), sig->p, sig->len));
}

int main(void)
{
    for (size_t i = 0; i < sizeof certificates / sizeof certificates[0]; i++) {
        mbedtls_x509_crt crt, issuer;

        mbedtls_x509_crt_init(&crt);
        mbedtls_x509_crt_init(&issuer);
        printf("%d %d ", mbedtls_x509_crt_parse_file(&crt, path(certificates[i][0])),
               mbedtls_x509_crt_parse_file(&issuer, path(certificates[i][1])));
        check(certificates[i][0], &crt.tbs, &crt.sig, crt.sig_md, crt.sig_pk, crt.sig_opts, &issuer.pk);
        mbedtls_x509_crt_free(&crt);
        mbedtls_x509_crt_free(&issuer);
    }
    for (size_t i = 0; i < sizeof lists / sizeof lists[0]; i++) {
        mbedtls_x509_crl crl;
        mbedtls_x509_crt issuer;

        mbedtls_x509_crl_init(&crl);
        mbedtls_x509_crt_init(&issuer);
        printf("%d %d ", mbedtls_x509_crl_parse_file(&crl, path(lists[i][0])),
               mbedtls_x509_crt_parse_file(&issuer, path(lists[i][1])));
        check(lists[i][0], &crl.tbs, &crl.sig, crl.sig_md, crl.sig_pk, crl.sig_opts, &issuer.pk);
        printf("a second one: %d\n", mbedtls_x509_crl_parse_file(&crl, path(lists[i][0])));
        if (crl.next != NULL)
            check(lists[i][0], &crl.next->tbs, &crl.next->sig, crl.next->sig_md, crl.next->sig_pk, crl.next->sig_opts, &issuer.pk);
        mbedtls_x509_crl_free(&crl);
        mbedtls_x509_crt_free(&issuer);
    }
    for (size_t i = 0; i < sizeof requests / sizeof requests[0]; i++) {
        mbedtls_x509_csr csr;

        mbedtls_x509_csr_init(&csr);
        printf("%d ", mbedtls_x509_csr_parse_file(&csr, path(requests[i])));
        check(requests[i], &csr.cri, &csr.sig, csr.sig_md, csr.sig_pk, csr.sig_opts, &csr.pk);
        mbedtls_x509_csr_free(&csr);
    }
    return 0;
}
