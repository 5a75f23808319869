package vn.toancanh.server.relay;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.toancanh.base.Backoff;
import vn.toancanh.model.StreamRole;
import vn.toancanh.rtsp.PacketSink;
import vn.toancanh.rtsp.RtspFailure;
import vn.toancanh.rtsp.RtspSession;
import vn.toancanh.rtsp.RtspTarget;

/**
 * One stream of one camera: a session with it while anybody wants it, and whoever watches. A session that ends takes its
 * viewers with it, who are told by their connection's end and come back by themselves; until a growing wait is over they are
 * told what went wrong, and the camera is left alone. The relay's thread.
 */
final class Upstream {
    /** What a camera says, or why it says nothing. */
    record Answer(String description, @Nullable RtspFailure failure) {}

    private static final Duration FIRST_WAIT = Duration.ofMillis(500);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(4);
    /** One that was received for so long is well again. */
    private static final long WELL_NANOS = 10_000_000_000L;

    /** One that was behind and is so again is renewed by itself after this at the soonest: where the link is narrow, that cures nothing. */
    static final Duration RENEWED_APART = Duration.ofSeconds(60);

    final String cameraId;
    final StreamRole role;
    private final Relay relay;
    private final Backoff backoff;
    private final List<Consumer<Answer>> asking = new ArrayList<>();
    private final List<Viewer> viewers = new ArrayList<>();
    private @Nullable Attempt attempt;
    private @Nullable RtspFailure failure;
    /** Where it was asked for last. */
    private Optional<RtspTarget> tried = Optional.empty();

    private long retryAt;
    private long wantedAt;
    private long renewedAt;
    private String renewedOf = "";

    Upstream(Relay relay, String cameraId, StreamRole role) {
        this.relay = relay;
        this.cameraId = cameraId;
        this.role = role;
        this.backoff = new Backoff(FIRST_WAIT, LONGEST_WAIT, relay.random());
        this.wantedAt = relay.clock().nanos();
        this.renewedAt = wantedAt - RENEWED_APART.toNanos();
    }

    /** Answers with what the camera sends, as soon as that is known. */
    void describe(Consumer<Answer> told) {
        long now = relay.clock().nanos();
        wantedAt = now;
        if (attempt != null && attempt.behind.forANewViewer()) {
            renew(attempt);
        }
        Attempt current = attempt;
        if (current != null && current.description != null) {
            told.accept(new Answer(current.description, null));
        } else if (current != null) {
            asking.add(told);
        } else if (failure != null && now - retryAt < 0) {
            refuse(told);
        } else {
            asking.add(told);
            begin();
        }
    }

    /** Tells what went wrong last, unless the camera is elsewhere since, or has another password: of that it says nothing. */
    private void refuse(Consumer<Answer> told) {
        relay.elsewhere(() -> {
            Optional<RtspTarget> named = relay.find(cameraId, role);
            relay.execute(() -> {
                boolean same = named.isEmpty() || named.equals(tried);
                if (attempt == null && same) {
                    told.accept(new Answer("", failure));
                    return;
                }
                if (attempt == null) {
                    backoff.reset();
                    retryAt = relay.clock().nanos();
                }
                describe(told);
            });
        });
    }

    /** The camera is there, as far as the server knows: where it was elsewhere, who watches is let go of and comes back by himself. */
    void isAt(RtspTarget told) {
        Attempt former = attempt;
        if (former == null || tried.filter(was -> !was.uri().equals(told.uri())).isEmpty()) {
            return;
        }
        relay.warn("moved " + cameraId + role, "camera " + cameraId + " " + role + " is at another address now");
        close();
        backoff.reset();
        retryAt = relay.clock().nanos();
        List.copyOf(viewers).forEach(viewer -> viewer.over("the camera is at another address now"));
        if (!asking.isEmpty()) {
            begin();
        }
    }

    boolean playable() {
        return attempt != null && attempt.packets != null;
    }

    boolean received() {
        return attempt != null;
    }

    int viewers() {
        return viewers.size();
    }

    void join(Viewer viewer) {
        Attempt current = attempt;
        Packets from = current == null ? null : current.packets;
        if (from != null) {
            viewer.takes(role);
            viewers.add(viewer);
            from.join(viewer);
        }
    }

    void leave(Viewer viewer) {
        if (viewers.remove(viewer)) {
            wantedAt = relay.clock().nanos();
        }
    }

    /** True where it may be forgotten: nobody has wanted it for long enough. */
    boolean idle(long now) {
        if (!viewers.isEmpty() || !asking.isEmpty()) {
            wantedAt = now;
        }
        return now - wantedAt > relay.settings().linger().toNanos() && now - retryAt >= 0;
    }

    /**
     * Ends a session whose packets come ever later, and begins another, in which they come now; a few times a second. Whoever watches goes on
     * there.
     */
    void keepUp(long now) {
        Attempt current = attempt;
        if (current == null) {
            return;
        }
        boolean forWhoWaits = current.behind.forANewViewer() && current.awaited();
        boolean forAll = current.behind.forLong() && now - renewedAt >= RENEWED_APART.toNanos();
        if (forWhoWaits || forAll) {
            renew(current);
        }
    }

    /** So much older than they seem its packets may be, nanoseconds, because the way was slow when the session was opened. */
    long behindNanos() {
        RtspSession open = attempt == null ? null : attempt.session;
        return open == null ? 0 : open.counters().behindNanos();
    }

    private void renew(Attempt late) {
        String held = late.behind.toString();
        relay.warn("late " + cameraId + role, "camera " + cameraId + " " + role + " is asked anew: " + held);
        renewedAt = relay.clock().nanos();
        renewedOf = late.description == null ? "" : late.description;
        viewers.forEach(viewer -> viewer.outlet().pause());
        late.close();
        begin();
    }

    /** Lets go of the camera. */
    void close() {
        Attempt last = attempt;
        attempt = null;
        if (last != null) {
            last.close();
        }
    }

    private void begin() {
        Attempt begun = new Attempt();
        attempt = begun;
        relay.elsewhere(() -> {
            Optional<RtspTarget> target = relay.find(cameraId, role);
            relay.execute(() -> begun.open(target));
        });
    }

    private void failed(Attempt ended, RtspFailure why) {
        if (attempt != ended) {
            return;
        }
        attempt = null;
        failure = why;
        long now = relay.clock().nanos();
        if (ended.description != null && now - ended.since > WELL_NANOS) {
            backoff.reset();
        }
        retryAt = now + backoff.next().toNanos();
        ended.close();
        relay.tellFailure(this, why);
        List.copyOf(viewers).forEach(viewer -> viewer.over("the camera's session ended"));
        answer(new Answer("", why));
    }

    private void answer(Answer known) {
        List<Consumer<Answer>> all = List.copyOf(asking);
        asking.clear();
        all.forEach(one -> one.accept(known));
    }

    /** One session with the camera; whatever comes late for an earlier one is dropped. */
    private final class Attempt implements PacketSink {
        private final long since = relay.clock().nanos();
        private @Nullable RtspSession session;
        private @Nullable String description;
        private @Nullable Packets packets;
        private Behind behind = new Behind(0);

        void open(Optional<RtspTarget> target) {
            if (attempt != this) {
                return;
            }
            tried = target;
            if (target.isEmpty()) {
                failed(this, new RtspFailure(RtspFailure.Kind.NOT_FOUND, "no such stream", null));
            } else {
                session = relay.client().open(target.get(), this);
            }
        }

        boolean awaited() {
            return packets != null && packets.awaited();
        }

        void close() {
            if (session != null) {
                session.close();
            }
            if (packets != null) {
                packets.close();
            }
        }

        @Override
        public void described(Described offer) {
            if (attempt == this) {
                Packets former = packets;
                behind = new Behind(offer.announcedRate());
                Packets next = new Packets(relay, viewers, offer.track().encoding(), behind);
                packets = next;
                // The camera sent us elsewhere meanwhile, or its session was renewed; whoever watches begins anew
                // there.
                viewers.forEach(viewer -> viewer.outlet().pause());
                if (former != null) {
                    former.close();
                }
                String text = Description.of(offer.sdp());
                description = text;
                if (!renewedOf.isEmpty() && !renewedOf.equals(text)) {
                    List.copyOf(viewers).forEach(viewer -> viewer.over("the camera sends something else now"));
                }
                renewedOf = "";
                List.copyOf(viewers).forEach(next::join);
                answer(new Answer(text, null));
            }
        }

        @Override
        public void rtp(ByteBuffer data, int offset, int length) {
            if (attempt == this && packets != null) {
                packets.rtp(data, offset, length);
            }
        }

        @Override
        public void rtcp(ByteBuffer data, int offset, int length) {
            if (attempt == this && packets != null) {
                packets.rtcp(data, offset, length);
            }
        }

        @Override
        public void ended(RtspFailure why) {
            failed(this, why);
        }
    }
}
