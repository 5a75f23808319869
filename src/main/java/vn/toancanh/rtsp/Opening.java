package vn.toancanh.rtsp;

import java.io.IOException;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;
import vn.toancanh.rtsp.message.Headers;
import vn.toancanh.rtsp.message.RtspFormatException;
import vn.toancanh.rtsp.message.RtspResponse;
import vn.toancanh.rtsp.message.Sdp;

/** The way from OPTIONS by DESCRIBE and SETUP to PLAY, with what else is tried where a server refuses a step. */
final class Opening {
    /** Whose opening it is. */
    interface Owner {
        void ask(String method, String uri, Headers extra);

        /** The server's value of {@code Session} names ours from now on. */
        void session(String given);

        /** SETUP was answered: media may come from now on. */
        void agreed(Way way, Presentation offered);

        /** PLAY was answered. */
        void plays();

        /** This transport does not do, but another is left to be tried over a new connection. */
        void elsewise();

        void fail(RtspFailure.Kind kind, String detail);
    }

    private enum Step {
        OPTIONS,
        DESCRIBE,
        SETUP,
        PLAY,
        DONE
    }

    private final String asked;
    private final Negotiation negotiation;
    private final KeepAlive keepAlive;
    private final Owner owner;
    private final ArrayDeque<String> setupUris = new ArrayDeque<>();
    private final ArrayDeque<String> playUris = new ArrayDeque<>();
    private Step step = Step.OPTIONS;
    private @Nullable Presentation offered;
    private String playUri;

    Opening(String asked, Negotiation negotiation, KeepAlive keepAlive, Owner owner) {
        this.asked = asked;
        this.negotiation = negotiation;
        this.keepAlive = keepAlive;
        this.owner = owner;
        this.playUri = asked;
    }

    void begin() {
        owner.ask("OPTIONS", asked, Headers.NONE);
    }

    /** True once PLAY was answered. */
    boolean done() {
        return step == Step.DONE;
    }

    /** The address of the session, for what is asked while it plays. */
    String playUri() {
        return playUri;
    }

    /** The request of the present step was accepted. */
    void accepted(RtspResponse answer) {
        switch (step) {
            case OPTIONS -> {
                keepAlive.offered(answer.headers());
                describe();
            }
            case DESCRIBE -> described(answer);
            case SETUP -> setUp(answer);
            case PLAY -> {
                step = Step.DONE;
                owner.plays();
            }
            case DONE -> {}
        }
    }

    /** The request of the present step was refused; false where nothing else is left to be tried. */
    boolean refused(String uri, int status) {
        switch (step) {
            case OPTIONS -> {
                if (Refusals.ofOptionsOnly(status)) {
                    describe();
                    return true;
                }
            }
            case SETUP -> {
                if (Refusals.ofTransport(status) && !negotiation.rest().isEmpty()) {
                    negotiation.next();
                    askSetup(uri);
                    return true;
                }
                if (Refusals.ofTrackAddress(status) && !setupUris.isEmpty()) {
                    askSetup(setupUris.removeFirst());
                    return true;
                }
            }
            case PLAY -> {
                if (Refusals.ofSessionAddress(status) && !playUris.isEmpty()) {
                    askPlay(playUris.removeFirst());
                    return true;
                }
            }
            case DESCRIBE, DONE -> {}
        }
        return false;
    }

    /** The list of methods is kept from us; true where that is no reason to give up. */
    boolean locked() {
        if (step != Step.OPTIONS) {
            return false;
        }
        describe();
        return true;
    }

    private void describe() {
        step = Step.DESCRIBE;
        owner.ask("DESCRIBE", asked, Headers.of("Accept", "application/sdp"));
    }

    private void described(RtspResponse answer) {
        try {
            Sdp sdp = Sdp.parse(answer.text());
            TrackChoice choice = TrackChoice.of(sdp);
            if (choice.found().isEmpty()) {
                boolean none = choice.offered().isEmpty();
                owner.fail(
                        none ? RtspFailure.Kind.NO_VIDEO : RtspFailure.Kind.UNSUPPORTED,
                        "offered: " + (none ? "no video" : choice.offered()));
                return;
            }
            Presentation found =
                    Presentation.of(asked, answer.headers(), sdp, choice.found().get());
            offered = found;
            setupUris.addAll(found.setupUris());
            playUris.addAll(found.playUris());
            step = Step.SETUP;
            askSetup(setupUris.removeFirst());
        } catch (RtspFormatException broken) {
            owner.fail(RtspFailure.Kind.PROTOCOL, String.valueOf(broken.getMessage()));
        }
    }

    private void askSetup(String uri) {
        try {
            owner.ask("SETUP", uri, Headers.of("Transport", negotiation.header()));
        } catch (IOException taken) {
            owner.fail(RtspFailure.Kind.UNREACHABLE, "no UDP ports: " + taken.getMessage());
        }
    }

    private void setUp(RtspResponse answer) {
        String session = answer.headers().first("Session").orElse("");
        owner.session(session);
        keepAlive.timeout(session);
        Negotiation.Agreement agreed =
                negotiation.agree(answer.headers().first("Transport").orElse(""));
        Way way = agreed.way();
        Presentation wanted = offered;
        if (way != null && wanted != null) {
            owner.agreed(way, wanted);
            step = Step.PLAY;
            askPlay(playUris.removeFirst());
        } else if (negotiation.rest().isEmpty()) {
            owner.fail(RtspFailure.Kind.NO_TRANSPORT, "SETUP " + agreed.problem());
        } else {
            owner.elsewise();
        }
    }

    private void askPlay(String uri) {
        playUri = uri;
        owner.ask("PLAY", uri, Headers.of("Range", "npt=0.000-"));
    }
}
