package vn.toancanh.ui.testing;

import java.time.Instant;
import vn.toancanh.access.ShownCertificate;
import vn.toancanh.access.ShownCertificate.Why;
import vn.toancanh.access.UntrustedServer;
import vn.toancanh.base.Failure;
import vn.toancanh.base.Failure.Kind;
import vn.toancanh.base.Fingerprint;

/** Failures as they come from a server whose certificate is in doubt. */
public final class Untrusted {
    public static final Fingerprint SHOWN =
            new Fingerprint("3A9C41D2775E08BB61F0C4A8927D15E63B80F2994C6DD1A70E58B3241F96CA07");
    public static final Fingerprint KNOWN =
            new Fingerprint("B7104FE2C98D33A15F6620E4D8917ACB0592F83E71DC46A02B85EE9417C0D35F");

    private Untrusted() {}

    public static Failure failure(String server, Why why) {
        Fingerprint known = why == Why.CHANGED ? KNOWN : null;
        ShownCertificate shown = new ShownCertificate(
                server,
                SHOWN,
                known,
                why,
                Instant.parse("2026-11-24T01:00:00Z"),
                Instant.parse("2036-11-25T01:00:00Z"));
        return Failure.of(Kind.UNTRUSTED, "as the test wants", new UntrustedServer(shown))
                .withText(why.textKey(), server, SHOWN.toString(), String.valueOf(known));
    }
}
