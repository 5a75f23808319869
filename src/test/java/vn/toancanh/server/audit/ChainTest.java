package vn.toancanh.server.audit;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The form of an entry that others must be able to make too; the hashes here were computed by another program. */
class ChainTest {
    private static AuditEntry entry(long seq, String username, @Nullable String client) {
        return new AuditEntry(
                seq,
                "5b1f6a38-6c1f-4b6a-9d3e-0f1f2a3b4c5d",
                1_795_219_200_123L,
                null,
                new Caller("u-1", username, "s-1", "10.1.7.4", client),
                "stream.granted",
                "camera/c-17",
                "done",
                "{\"role\":\"sub\"}",
                "");
    }

    @Test
    void hashesAreThoseOfTheDocumentedForm() {
        AuditEntry first = entry(1, "trực.ban", null).linkedTo(Chain.BEGINNING);
        assertThat(first.hash()).isEqualTo("aba23defac5653f1bfcf951c659663e4c8c45740f768fed15c2a2813c1ec9619");
        assertThat(entry(2, "trực.ban", null).linkedTo(first.hash()).hash())
                .isEqualTo("2a3baaf240b913fb0eb59ab866d7eb2631a57bd51c8788935d674d09444c3708");
    }

    @Test
    void noTwoEntriesHaveTheSameForm() {
        String hash = Chain.hash(Chain.BEGINNING, entry(1, "ab", "c"));
        assertThat(Chain.hash(Chain.BEGINNING, entry(1, "a", "bc"))).isNotEqualTo(hash);
        assertThat(Chain.hash(Chain.BEGINNING, entry(1, "abc", ""))).isNotEqualTo(hash);
        assertThat(Chain.hash(Chain.BEGINNING, entry(1, "abc", null)))
                .isNotEqualTo(Chain.hash(Chain.BEGINNING, entry(1, "abc", "")));
        assertThat(Chain.hash(hash, entry(1, "ab", "c"))).isNotEqualTo(hash);
    }
}
