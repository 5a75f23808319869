package vn.toancanh.central;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;
import okhttp3.HttpUrl;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import vn.toancanh.access.Session;
import vn.toancanh.base.Failure;
import vn.toancanh.base.Failure.Kind;
import vn.toancanh.base.Handle;
import vn.toancanh.base.Outcome;
import vn.toancanh.model.CameraId;
import vn.toancanh.ptz.EquipmentService;
import vn.toancanh.ptz.HeadLease;
import vn.toancanh.ptz.HeadOrder;
import vn.toancanh.ptz.HeadService;
import vn.toancanh.ptz.HeadStanding;

/** Heads at the server. Any thread, and never by way of DESK, which may hang while a stop must go out. */
final class CentralHeads implements HeadService {
    private static final Logger LOG = LoggerFactory.getLogger(CentralHeads.class);

    /** A stop that is not answered by then is sent again; the server itself waits two thirds of it for the head. */
    private static final Duration STOP = Duration.ofSeconds(3);

    private final Net net;
    private final Caller caller;
    private final CentralOptions options;
    private final List<News> listeners = new CopyOnWriteArrayList<>();
    private final CentralPlaces places;
    private final CentralEquipment equipment;
    /** Whoever is signed in; after he has left, whoever was, for his last stops. */
    private volatile @Nullable Login login;

    private volatile boolean signedIn;

    CentralHeads(Net net, Caller caller, CentralOptions options) {
        this.net = net;
        this.caller = caller;
        this.options = options;
        this.places = new CentralPlaces(this, caller);
        this.equipment = new CentralEquipment(this, caller);
    }

    /** From now on in that one's name. DESK. */
    Handle follow(Login now) {
        login = now;
        signedIn = true;
        return () -> signedIn = false;
    }

    @Override
    public boolean offered() {
        @Nullable Login now = login;
        return signedIn && now != null && now.offers("ptz.leases") && now.offers("ptz.commands");
    }

    @Override
    public boolean looks() {
        return offers("ptz.look");
    }

    /** Whether whoever is signed in is so at a server that has that too. */
    boolean offers(String feature) {
        @Nullable Login now = login;
        return offered() && now != null && now.offers(feature);
    }

    @Override
    public CentralPlaces places() {
        return places;
    }

    @Override
    public EquipmentService equipment() {
        return equipment;
    }

    @Override
    public void take(CameraId camera, Asking asking, Consumer<Outcome<HeadLease>> answer) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("ttlS", asking.ttl().toSeconds());
        if (asking.takeover()) {
            body.put("takeover", true);
        }
        if (!asking.reason().isBlank()) {
            body.put("reason", asking.reason());
        }
        ask(
                at -> lease(caller.ask(
                                at,
                                request(at, camera, "lock").put(caller.wire().body(body)),
                                HeadDto.Lock.class,
                                options.answer())
                        .orThrow()),
                answer);
    }

    @Override
    public void release(CameraId camera, Consumer<Outcome<Boolean>> answer) {
        ask(
                at -> {
                    caller.ask(at, request(at, camera, "lock").delete(), Void.class, options.answer());
                    return true;
                },
                answer);
    }

    @Override
    public void standing(CameraId camera, Consumer<Outcome<HeadStanding>> answer) {
        ask(
                at -> {
                    HeadDto.State state = caller.ask(
                                    at, request(at, camera, "lock"), HeadDto.State.class, options.answer())
                            .orThrow();
                    HeadDto.Mover mover = state.lastMover();
                    return new HeadStanding(
                            state.lock() == null ? null : lease(state.lock()),
                            mover == null || mover.at() == null
                                    ? null
                                    : new HeadStanding.LastMover(name(mover.name()), mover.at()));
                },
                answer);
    }

    @Override
    public void send(
            CameraId camera,
            String lockId,
            long seq,
            HeadOrder order,
            Duration deadman,
            Consumer<Outcome<Boolean>> answer) {
        Map<String, Object> body = OrderBody.of(lockId, seq, order, deadman);
        Duration patience = order instanceof HeadOrder.Stop ? STOP : options.answer();
        ask(
                at -> {
                    Request.Builder request =
                            request(at, camera, "commands").post(caller.wire().body(body));
                    caller.ask(at, request, HeadDto.Accepted.class, patience);
                    return true;
                },
                answer);
    }

    <T> void ask(Function<Login, T> work, Consumer<Outcome<T>> answer) {
        @Nullable Login at = login;
        if (at == null) {
            answer.accept(Outcome.failed(Failure.of(Kind.SESSION_EXPIRED, "nobody is signed in")));
            return;
        }
        net.start("ptz", () -> answer.accept(Net.attempt("ptz", () -> Objects.requireNonNull(work.apply(at)))));
    }

    static Request.Builder request(Login at, CameraId camera, String... what) {
        HttpUrl.Builder url = at.path("cameras", camera.value(), "ptz");
        for (String segment : what) {
            url.addPathSegment(segment);
        }
        return new Request.Builder().url(url.build());
    }

    private static HeadLease lease(HeadDto.Lock lock) {
        HeadDto.Person holder = lock.holder();
        boolean own = Boolean.TRUE.equals(lock.own());
        if (own && lock.lockId() == null) {
            throw Failures.missing("lockId");
        }
        return new HeadLease(
                lock.lockId(),
                name(holder == null ? null : holder.name()),
                lock.priority() == null ? Session.USUAL_PRIORITY : Math.clamp(lock.priority(), 0, 100),
                Objects.requireNonNullElse(lock.expiresAt(), Instant.MAX),
                own);
    }

    private static String name(@Nullable String told) {
        return Failures.shortened(told);
    }

    @Override
    public Handle onNews(News news) {
        listeners.add(news);
        return () -> listeners.remove(news);
    }

    /** Some news may have been missed. Any thread. */
    void tellAfresh() {
        listeners.forEach(News::afresh);
    }

    /** An event of leases; what cannot be read is as good as news that were missed. Any thread. */
    void tell(String data) {
        camera(data).ifPresentOrElse(id -> listeners.forEach(news -> news.changed(id)), this::tellAfresh);
    }

    /** The camera that an event is about; empty where that cannot be read. */
    Optional<CameraId> camera(String data) {
        @Nullable String camera = null;
        try {
            camera = caller.wire().json().readValue(data, HeadDto.Changed.class).cameraId();
        } catch (JacksonException broken) {
            LOG.warn("an event of heads cannot be read: {}", broken.getClass().getSimpleName());
        }
        return CameraTranslation.id(camera);
    }
}
