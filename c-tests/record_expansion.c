/* What a record adds to its data, for each suite. */
#include "support/pair.h"

#include <stdio.h>

int main(void)
{
    struct pair *pair = pair_new();

    for (const int *suite = mbedtls_ssl_list_ciphersuites(); *suite >> 8 == 0x13; suite++) {
        const int only[] = { *suite, 0 };

        mbedtls_ssl_conf_ciphersuites(&pair->client.conf, only);
        mbedtls_ssl_conf_ciphersuites(&pair->server.conf, only);
        pair_connect(pair);
        printf("%s: %d, then ", mbedtls_ssl_get_ciphersuite_name(*suite), mbedtls_ssl_get_record_expansion(&pair->client.ssl));
        pair_handshake(pair);
        printf("%d\n", mbedtls_ssl_get_record_expansion(&pair->client.ssl));
        print_write("100 bytes", &pair->client,
                    "0123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789");
        printf("sent: %zu\n", pipe_unread(&pair->to_server));
    }
    pair_free(pair);
    return 0;
}
