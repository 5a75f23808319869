package vn.toancanh.server.relay.beside;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.toancanh.base.Clock;
import vn.toancanh.base.Failure;
import vn.toancanh.base.FailureException;
import vn.toancanh.base.Handle;
import vn.toancanh.server.inventory.CameraAddresses;
import vn.toancanh.server.relay.Admission;
import vn.toancanh.server.relay.Allowance;
import vn.toancanh.server.relay.Relay;
import vn.toancanh.server.relay.RelayFigures;
import vn.toancanh.server.relay.RelaySettings;
import vn.toancanh.server.relay.RelayTls;
import vn.toancanh.server.tls.Encryption;
import vn.toancanh.server.tls.Transport;

/** What a relay's process does for its server. On lane RELAY, but for what says otherwise. */
final class Service implements Handle {
    private static final Logger LOG = LoggerFactory.getLogger(Service.class);

    /** Before the server has said how long: it has just started this process. */
    private static final Duration FIRST_GRACE = Duration.ofSeconds(30);

    private final Clock clock;
    private final Executor lane;
    private final KnownGrants grants;
    private volatile @Nullable ControlSocket server;
    private volatile @Nullable Relay relay;
    private volatile @Nullable Serving serving;
    private volatile Duration grace = FIRST_GRACE;

    /** @param lane RELAY: what is said to the server may wait, which the relay's own thread must not */
    Service(Clock clock, Executor lane) {
        this.clock = clock;
        this.lane = lane;
        this.grants = new KnownGrants(clock, this::ask);
    }

    /** How it serves; null: not yet. Any thread. */
    @Nullable
    Serving serving() {
        return serving;
    }

    /** How long to go on without a server. Any thread. */
    Duration grace() {
        return grace;
    }

    void reached(ControlSocket by) {
        server = by;
    }

    void lost() {
        server = null;
        grants.lost();
    }

    void sweep() {
        grants.sweep();
    }

    /** @throws IOException where the server cannot be answered */
    void obey(Order order) throws IOException {
        grants.heard();
        switch (order) {
            case Order.Serve serve -> serve(serve);
            case Order.Tell tell -> tell();
            case Order.Admit admit -> follow(grants.admit(admit.grants()));
            case Order.Settle settle -> {
                grants.settled();
                cut(grants.unheld());
            }
            case Order.Cut gone -> {
                Set<String> ids = Set.copyOf(gone.grants());
                Set<String> sessions = Set.copyOf(gone.sessions());
                grants.forget(ids, sessions);
                cut(each -> ids.contains(each.grantId()) || sessions.contains(each.sessionId()));
            }
            case Order.Sync sync -> say(new Word.Synced(sync.number()));
            case Order.Count count -> count(count.number());
            case Order.Prove again -> throw new IOException("it proves itself twice");
            case Order.End end -> throw new IllegalStateException("ends elsewhere");
        }
    }

    private void serve(Order.Serve order) throws IOException {
        grace = Duration.ofSeconds(Math.max(0, order.graceSeconds()));
        Relay known = relay;
        if (known == null) {
            try {
                known = Relay.bind(settings(order.how()), clock);
            } catch (FailureException refused) {
                Failure why = refused.failure();
                LOG.warn("cannot serve: {}", why.detail(), refused);
                say(new Word.Refused(why.detail(), why.kind() == Failure.Kind.CONFLICT));
                return;
            }
            known.open(grants, grants);
            relay = known;
            serving = order.how().at(known.address().port());
            LOG.info("serves at {}:{}", order.how().address(), known.address().port());
        }
        say(new Word.Listening(known.address().port()));
    }

    private RelaySettings settings(Serving how) {
        RelaySettings plain =
                RelaySettings.usual(how.address(), how.port()).withCameras(new CameraAddresses(how.camerasHere()));
        String certificate = how.certificate();
        String key = how.key();
        if (certificate == null || key == null) {
            return plain;
        }
        Encryption tls = Encryption.given(new Transport.Given(Path.of(certificate), Path.of(key)), clock);
        // Pins stand in grants, which the server makes.
        return plain.withTls(new RelayTls(tls.context(), List::of));
    }

    private void tell() throws IOException {
        List<Allowance> known = grants.tell();
        int from = 0;
        while (known.size() - from > ControlSocket.A_LINE) {
            say(new Word.Held(wire(known.subList(from, from + ControlSocket.A_LINE)), false));
            from += ControlSocket.A_LINE;
        }
        say(new Word.Held(wire(known.subList(from, known.size())), true));
    }

    private static List<WireGrant> wire(List<Allowance> some) {
        return some.stream().map(WireGrant::of).toList();
    }

    private void follow(List<Allowance> told) {
        Relay serves = relay;
        if (serves != null) {
            serves.follow(told);
        }
    }

    private void cut(Predicate<Admission> whom) {
        Relay serves = relay;
        if (serves != null) {
            serves.cut(whom);
        }
    }

    private void count(long number) throws IOException {
        Relay serves = relay;
        if (serves == null) {
            say(new Word.Counted(number, RelayFigures.NONE));
            return;
        }
        var _ = serves.figures()
                .thenAccept(figures -> lane.execute(() -> sayIfThere(new Word.Counted(number, figures))));
    }

    /** Beside the relay's thread. */
    private void ask(Set<Admission> watching) {
        List<Watcher> all = watching.stream().map(Watcher::of).toList();
        for (int from = 0; from < all.size(); from += ControlSocket.A_LINE) {
            int to = Math.min(all.size(), from + ControlSocket.A_LINE);
            sayIfThere(new Word.Watching(all.subList(from, to)));
        }
    }

    private void say(Word word) throws IOException {
        ControlSocket to = server;
        if (to != null) {
            to.write(word);
        }
    }

    private void sayIfThere(Word word) {
        try {
            say(word);
        } catch (IOException gone) {
            LOG.debug("the server does not hear: {}", gone.toString());
        }
    }

    /** Any thread. */
    @Override
    public void close() {
        Relay serves = relay;
        if (serves != null) {
            serves.close();
        }
    }
}
