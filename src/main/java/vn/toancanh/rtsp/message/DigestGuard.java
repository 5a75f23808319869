package vn.toancanh.rtsp.message;

import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import vn.toancanh.base.Clock;
import vn.toancanh.base.Secret;

/** The server's side of digest authentication: gives out nonces and checks answers against them. Any thread. */
public final class DigestGuard {
    /** What an {@code Authorization} is worth. */
    public enum Verdict {
        ACCEPTED,
        /** None was sent, or none that can be read. */
        MISSING,
        /** User, password or address is wrong. */
        REFUSED,
        /** Right, but with a nonce that has grown old, or one used before. */
        STALE
    }

    private static final int MOST_NONCES = 4096;

    private static final class Nonce {
        private final long givenNanos;
        private long count;

        private Nonce(long givenNanos) {
            this.givenNanos = givenNanos;
        }
    }

    private final String realm;
    private final List<DigestAlgorithm> algorithms;
    private final boolean qop;
    private final Duration nonceLife;
    private final Clock clock;
    private final RandomGenerator random;
    private final SequencedMap<String, Nonce> nonces = new LinkedHashMap<>();

    /**
     * @param algorithms offered, in the order of the challenges
     * @param qop false: the legacy form without counter
     * @param random must be a secure one outside tests
     */
    public DigestGuard(
            String realm,
            List<DigestAlgorithm> algorithms,
            boolean qop,
            Duration nonceLife,
            Clock clock,
            RandomGenerator random) {
        this.realm = realm;
        this.algorithms = List.copyOf(algorithms);
        this.qop = qop;
        this.nonceLife = nonceLife;
        this.clock = clock;
        this.random = random;
    }

    /** Values for {@code WWW-Authenticate}, one an algorithm, all with the same new nonce. */
    public synchronized List<String> challenges(boolean stale) {
        byte[] bytes = new byte[16];
        random.nextBytes(bytes);
        String nonce = HexFormat.of().formatHex(bytes);
        if (nonces.size() >= MOST_NONCES) {
            nonces.pollFirstEntry();
        }
        nonces.put(nonce, new Nonce(clock.nanos()));
        return algorithms.stream()
                .map(algorithm -> new DigestChallenge(realm, nonce, algorithm, qop, stale, null).header())
                .toList();
    }

    /** Checks the request's {@code Authorization}; {@code passwords} knows the password of a user, or nothing. */
    public synchronized Verdict check(RtspRequest request, Function<String, Optional<Secret>> passwords) {
        Optional<Challenge.AuthFields> given = request.headers()
                .first("Authorization")
                .map(Challenge.AuthFields::parse)
                .filter(all -> !all.isEmpty() && all.getFirst().scheme().equalsIgnoreCase("Digest"))
                .map(List::getFirst);
        if (given.isEmpty()) {
            return Verdict.MISSING;
        }
        Challenge.AuthFields fields = given.get();
        String user = fields.get("username").orElse("");
        String nonce = fields.get("nonce").orElse("");
        String uri = fields.get("uri").orElse("");
        Optional<Secret> password = passwords.apply(user);
        Optional<DigestAlgorithm> algorithm =
                DigestAlgorithm.of(fields.get("algorithm").orElse("MD5")).filter(algorithms::contains);
        boolean counted = fields.get("qop").isPresent();
        if (password.isEmpty() || algorithm.isEmpty() || counted != qop || !uri.equals(request.uri())) {
            return Verdict.REFUSED;
        }
        String count = fields.get("nc").orElse("");
        String expected = new DigestChallenge(realm, nonce, algorithm.get(), qop, false, null)
                .response(
                        user,
                        password.get(),
                        request.method(),
                        uri,
                        count,
                        fields.get("cnonce").orElse(""));
        if (!Secret.of(expected).equals(Secret.of(fields.get("response").orElse("")))) {
            return Verdict.REFUSED;
        }
        return fresh(nonce, count) ? Verdict.ACCEPTED : Verdict.STALE;
    }

    private boolean fresh(String nonce, String count) {
        Nonce known = nonces.get(nonce);
        if (known == null || clock.nanos() - known.givenNanos > nonceLife.toNanos()) {
            nonces.remove(nonce);
            return false;
        }
        if (!qop) {
            return true;
        }
        if (!count.matches("[0-9a-fA-F]{1,8}")) {
            return false;
        }
        long uses = Long.parseLong(count, 16);
        if (uses <= known.count) {
            return false;
        }
        known.count = uses;
        return true;
    }
}
