package vn.toancanh.rtsp;

import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import vn.toancanh.base.Secret;
import vn.toancanh.rtsp.message.BasicChallenge;
import vn.toancanh.rtsp.message.Challenge;
import vn.toancanh.rtsp.message.DigestAuth;
import vn.toancanh.rtsp.message.DigestChallenge;
import vn.toancanh.rtsp.message.RtspResponse;

/** What a session answers to 401, and puts into every request from then on. */
final class Credentials {
    private static final int MOST_STALE = 2;

    private final @Nullable String user;
    private final @Nullable Secret password;
    private final boolean atHome;
    private final RandomGenerator random;
    private @Nullable DigestAuth digest;
    private boolean basic;
    private int refusals;

    /** @param atHome false: with a host that the caller did not name, which is never told the password itself */
    Credentials(@Nullable String user, @Nullable Secret password, boolean atHome, RandomGenerator random) {
        this.user = user;
        this.password = password;
        this.atHome = atHome;
        this.random = random;
    }

    /** The value of {@code Authorization} for a request, where the server has asked for one. */
    Optional<String> authorization(String method, String uri) {
        if (digest != null) {
            return Optional.of(digest.authorization(method, uri));
        }
        if (basic && user != null && password != null) {
            return Optional.of(BasicChallenge.authorization(user, password));
        }
        return Optional.empty();
    }

    /** A request that was not a repetition was sent. */
    void fresh() {
        refusals = 0;
    }

    /** True where the request under way was sent with credentials for a 401 already. */
    boolean tried() {
        return refusals > 0;
    }

    /** Takes in a 401; the reason why the request need not be repeated, or nothing where it should be. */
    Optional<String> refused(RtspResponse answer) {
        if (user == null || password == null) {
            return Optional.of("credentials are asked for and none are given");
        }
        List<Challenge> challenges = Challenge.allOf(answer.headers());
        if (challenges.isEmpty()) {
            return Optional.of("401 without a challenge that we can meet");
        }
        Challenge strongest = challenges.getFirst();
        boolean stale = strongest instanceof DigestChallenge asked && asked.stale() && refusals <= MOST_STALE;
        if (refusals > 0 && !stale) {
            return Optional.of("user or password refused");
        }
        refusals++;
        switch (strongest) {
            case DigestChallenge asked -> digest = new DigestAuth(asked, user, password, random);
            case BasicChallenge asked -> {
                if (digest != null) {
                    return Optional.of("a server that asked for Digest now wants the password in clear");
                }
                if (!atHome) {
                    return Optional.of("a server that we were sent to wants the password in clear");
                }
                basic = true;
            }
        }
        return Optional.empty();
    }
}
