package vn.toancanh.ui.shell;

import java.time.Instant;
import java.util.Optional;
import vn.toancanh.access.Connection;
import vn.toancanh.base.Failure;
import vn.toancanh.base.Texts;
import vn.toancanh.catalogue.CatalogueState;
import vn.toancanh.desk.DeskState;
import vn.toancanh.ui.kit.Moments;
import vn.toancanh.ui.kit.Weight;

/** What the banner says of the server and of this machine: nothing while all is well. */
final class BannerWords {
    /**
     * A sentence.
     *
     * @param way what the operator can do about it here
     */
    record Said(Weight weight, String sentence, Way way) {}

    /** What leads on. */
    enum Way {
        SIGN_IN,
        ASK_AGAIN,
        /** Asking again, or another server. */
        ASK_OR_LEAVE,
        /** Nothing in this window. */
        NONE
    }

    private BannerWords() {}

    static Optional<Said> of(DeskState state, Texts texts, Moments moments, Instant now) {
        Connection connection = state.session().connection();
        Instant asOf = state.catalogue().asOf();
        Failure why = connection.why();
        if (why != null) {
            Way way = connection.phase() == Connection.Phase.WAITING ? Way.ASK_OR_LEAVE : Way.SIGN_IN;
            return Optional.of(new Said(Weight.ACT, texts.of(why), way));
        }
        return switch (connection.phase()) {
            case EXPIRED -> Optional.of(new Said(Weight.ACT, texts.get("shell.expired"), Way.SIGN_IN));
            case LAPSED -> {
                Instant since = connection.since();
                String when = since == null ? "" : moments.since(since, now);
                yield Optional.of(new Said(Weight.ACT, texts.get("shell.lapsed", when), Way.SIGN_IN));
            }
            case AWAY -> {
                Instant since = connection.since();
                String when = since == null ? "" : moments.since(since, now);
                yield Optional.of(new Said(
                        Weight.LOOK,
                        (asOf == null
                                        ? texts.get("shell.away", when)
                                        : texts.get("shell.awayAsOf", when, moments.since(asOf, now)))
                                + until(connection, texts, moments, now),
                        Way.ASK_AGAIN));
            }
            case WAITING -> {
                Instant since = connection.since();
                String when = since == null ? "" : moments.since(since, now);
                yield Optional.of(new Said(
                        Weight.LOOK,
                        (asOf == null
                                        ? texts.get("shell.waiting", when)
                                        : texts.get("shell.waitingAsOf", when, moments.since(asOf, now)))
                                + until(connection, texts, moments, now),
                        Way.ASK_OR_LEAVE));
            }
            case ONLINE ->
                state.keeping()
                        .map(failure -> new Said(Weight.LOOK, texts.of(failure), Way.NONE))
                        .or(() -> stale(state.catalogue(), texts, moments, now));
            case SIGNED_OUT -> Optional.empty();
        };
    }

    /** When the leave to go on without the server ends, so that nobody is taken by surprise; nothing where it has no end. */
    private static String until(Connection connection, Texts texts, Moments moments, Instant now) {
        Instant end = connection.holdsUntil();
        return end == null ? "" : " " + texts.get("shell.holdsUntil", moments.since(end, now));
    }

    private static Optional<Said> stale(CatalogueState catalogue, Texts texts, Moments moments, Instant now) {
        Instant asOf = catalogue.asOf();
        if (catalogue.failure() == null || asOf == null) {
            return Optional.empty();
        }
        return Optional.of(
                new Said(Weight.INFORMATION, texts.get("shell.staleList", moments.since(asOf, now)), Way.ASK_AGAIN));
    }
}
