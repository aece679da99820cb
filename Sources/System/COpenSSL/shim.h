#pragma once
#include <openssl/bio.h>
#include <openssl/cms.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/pkcs12.h>
#include <openssl/provider.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

// Swift imports neither variadic functions nor function-like macros.

static inline EVP_PKEY *EVP_PKEY_generate_p256(void) {
  return EVP_PKEY_Q_keygen(NULL, NULL, "EC", "P-256");
}

static inline long BIO_memory(BIO *bio, char **data) { return BIO_get_mem_data(bio, data); }
static inline int X509_stack_count(const STACK_OF(X509) *stack) { return sk_X509_num(stack); }
static inline X509 *X509_stack_at(const STACK_OF(X509) *stack, int index) {
  return sk_X509_value(stack, index);
}
static inline void X509_stack_free_all(STACK_OF(X509) *stack) { sk_X509_pop_free(stack, X509_free); }

static inline CMS_SignerInfo *CMS_only_signer(CMS_ContentInfo *cms) {
  STACK_OF(CMS_SignerInfo) *signers = CMS_get0_SignerInfos(cms);
  return sk_CMS_SignerInfo_num(signers) == 1 ? sk_CMS_SignerInfo_value(signers, 0) : NULL;
}
