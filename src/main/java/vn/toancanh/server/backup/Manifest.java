package vn.toancanh.server.backup;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a backup says of itself.
 *
 * @param format {@link #FORMAT}
 * @param made when, by the clock of the machine that made it
 * @param schema how many migrations had run
 * @param instanceId which data
 * @param bytes length of the database
 * @param sha256 of the database, in hexadecimal digits
 * @param auditLast place of the last entry of the audit trail; 0 where there is none
 * @param auditHead its hash; empty where there is none
 */
record Manifest(
        String format,
        Instant made,
        int schema,
        String instanceId,
        long bytes,
        String sha256,
        long auditLast,
        String auditHead) {
    static final String FORMAT = "toan-canh-backup-1";

    /** Names of the entries of the ZIP file. */
    static final String NAME = "manifest.json";

    static final String DATABASE = "central.db";
    static final String KEY = "secrets.key";

    /** What desks know the server by, in the order in which it must come to be: with a certificate and no key it would not start. */
    static final List<String> IDENTITY = List.of("server.key", "server.crt");

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    byte[] bytesOfText() {
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(this);
    }

    /** @throws IOException where it is none that this program knows */
    static Manifest of(byte[] text) throws IOException {
        try {
            Manifest manifest = JSON.readValue(text, Manifest.class);
            if (!manifest.format().equals(FORMAT) || manifest.bytes() < 0) {
                throw new IOException("format " + manifest.format());
            }
            return manifest;
        } catch (JacksonException unreadable) {
            throw new IOException("not a manifest", unreadable);
        }
    }
}
