package vn.toancanh.seeded.central;

import org.bouncycastle.crypto.digests.SHA256Digest;

/** Breaks "cryptography library only for hashes and certificates". */
record Hashes(SHA256Digest digest) {}
