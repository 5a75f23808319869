package vn.toancanh.access;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.toancanh.base.Fingerprint;

/**
 * What a server showed that nothing on this machine vouches for. Nothing was told to it.
 *
 * @param server name or address and port, as {@link ServerPins} knows it
 * @param fingerprint of the certificate shown
 * @param known of the certificate this machine knows the server by; null where it knows none
 * @param why what is wrong with it
 * @param from since when it is valid
 * @param until its end
 */
public record ShownCertificate(
        String server, Fingerprint fingerprint, @Nullable Fingerprint known, Why why, Instant from, Instant until) {
    /** What may be wrong, the gravest first. */
    public enum Why {
        /** This machine knows the server by another one. */
        CHANGED("central.changedServer"),
        /** It has come to its end, or this machine's clock is ahead. */
        ENDED("central.endedCertificate"),
        /** It is not valid yet, or this machine's clock is behind. */
        NOT_YET("central.notYetCertificate"),
        /** An authority vouches for it, but not for a server of this name. */
        OTHER_NAME("central.otherName"),
        /** No authority that this machine trusts vouches for it, as with every one that a server made itself. */
        UNKNOWN("central.unknownServer");

        private final String textKey;

        Why(String textKey) {
            this.textKey = textKey;
        }

        /** Of the sentence for the person; its arguments are server, fingerprint shown and the known one. */
        public String textKey() {
            return textKey;
        }
    }
}
