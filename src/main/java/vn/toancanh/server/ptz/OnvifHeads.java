package vn.toancanh.server.ptz;

import java.net.InetAddress;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.toancanh.base.Clock;
import vn.toancanh.base.Handle;
import vn.toancanh.base.StormLog;
import vn.toancanh.base.Threads;
import vn.toancanh.onvif.DeviceAccess;
import vn.toancanh.onvif.HeadVector;
import vn.toancanh.onvif.OnvifException;
import vn.toancanh.onvif.OnvifFailure;
import vn.toancanh.onvif.OnvifHead;
import vn.toancanh.onvif.OnvifLens;
import vn.toancanh.onvif.OnvifNet;
import vn.toancanh.onvif.OnvifTimings;
import vn.toancanh.server.http.ApiProblem;
import vn.toancanh.server.inventory.Inventory;
import vn.toancanh.server.store.StoreException;

/** Heads by ONVIF, with the cameras' own passwords from the sealed catalogue. Any thread; each command on a thread of its own. */
public final class OnvifHeads implements Heads, Handle {
    /** More than are steered together in the largest room; each keeps three idle connections at most, for five minutes. */
    private static final int MOST_KNOWN = 512;

    private static final Logger LOG = LoggerFactory.getLogger(OnvifHeads.class);

    private final Function<String, Optional<DeviceAccess>> where;
    private final OnvifNet net;
    private final StormLog storm;
    private final LinkedHashMap<String, KnownHead> known = new LinkedHashMap<>(64, 0.75f, true);

    /**
     * Heads of the catalogue.
     *
     * @param hosts addresses that cameras may have
     */
    public static OnvifHeads of(Inventory inventory, Predicate<InetAddress> hosts, Clock clock) {
        return new OnvifHeads(new HeadAccess(inventory, hosts), clock, OnvifTimings.USUAL);
    }

    /** @param where a head is steered and with what, by its camera's id; blocks */
    OnvifHeads(Function<String, Optional<DeviceAccess>> where, Clock clock, OnvifTimings timings) {
        this.where = where;
        this.net = new OnvifNet(clock, timings);
        this.storm = new StormLog(LOG, clock, Duration.ofMinutes(1));
    }

    @Override
    public Duration lasting(String cameraId) {
        @Nullable OnvifHead head = opened(cameraId);
        return head == null ? USUAL_LASTING : head.lasting(USUAL_LASTING);
    }

    @Override
    public void prepare(String cameraId) {
        if (opened(cameraId) == null) {
            onItsOwn(cameraId, problem -> {}, () -> found(cameraId).open());
        }
    }

    @Override
    public void send(String cameraId, HeadCommand command, Consumer<@Nullable ApiProblem> done) {
        onItsOwn(cameraId, done, () -> tell(cameraId, command));
    }

    private void tell(String cameraId, HeadCommand command) {
        if (command.kind() == HeadCommand.Kind.STOP) {
            // Where it moves it was spoken to; a stop must not wait for the catalogue.
            @Nullable OnvifHead moving = opened(cameraId);
            stop(moving == null ? found(cameraId).open() : moving, command.lens() != 0);
            return;
        }
        KnownHead known = found(cameraId);
        OnvifHead head = known.open();
        try {
            move(head, command);
        } catch (OnvifException refused) {
            if (refused.failure().kind() == OnvifFailure.Kind.NOT_FOUND
                    && command.kind() != HeadCommand.Kind.GOTO_PRESET) {
                known.forget();
            }
            throw asToThat(refused);
        }
    }

    /** The axes first: a focus that does not answer must hold them up no more than they hold up the focus. */
    private static void stop(OnvifHead head, boolean lensToo) {
        try {
            head.stop();
        } finally {
            @Nullable OnvifLens lens = head.lens();
            if (lensToo && lens != null) {
                lens.stop();
            }
        }
    }

    /** There is a head, and what was asked of it just now is more than it can. */
    private static RuntimeException asToThat(OnvifException refused) {
        return refused.failure().kind() == OnvifFailure.Kind.UNSUPPORTED ? Heads.cannot() : refused;
    }

    /**
     * Asks a head something that moves nothing. Blocks until it has answered.
     *
     * @throws ApiProblem as {@link #send} tells
     */
    <T> T ask(String cameraId, Function<OnvifHead, T> question) {
        AtomicReference<@Nullable T> answer = new AtomicReference<>();
        @Nullable
        ApiProblem problem = attempt(cameraId, () -> {
            KnownHead known = found(cameraId);
            OnvifHead head = known.open();
            try {
                answer.set(question.apply(head));
            } catch (OnvifException refused) {
                if (refused.failure().kind() == OnvifFailure.Kind.NOT_FOUND) {
                    known.forget();
                }
                throw asToThat(refused);
            }
        });
        if (problem != null) {
            throw problem;
        }
        return Objects.requireNonNull(answer.get());
    }

    private static void move(OnvifHead head, HeadCommand command) {
        HeadVector vector = new HeadVector(command.pan(), command.tilt(), command.zoom());
        switch (command.kind()) {
            case CONTINUOUS -> head.move(vector, head.lasting(USUAL_LASTING));
            case ABSOLUTE -> head.moveTo(vector);
            case RELATIVE -> head.moveBy(vector);
            case LOOK -> head.look(command.pan(), command.tilt(), command.lens());
            case GOTO_PRESET -> head.gotoPreset(command.word() == null ? "" : command.word());
            case HOME -> head.goHome();
            case AUX -> head.auxiliary(command.word() == null ? "" : command.word());
            case FOCUS -> lens(head).focus(command.lens());
            case AUTO_FOCUS -> lens(head).autoFocus(command.lens() != 0);
            case IRIS -> lens(head).iris(command.lens());
            case AUTO_IRIS -> lens(head).autoIris(command.lens() != 0);
            case STOP -> throw new IllegalStateException("not a movement: " + command.kind());
        }
    }

    private static OnvifLens lens(OnvifHead head) {
        @Nullable OnvifLens lens = head.lens();
        if (lens == null) {
            throw Heads.cannot();
        }
        return lens;
    }

    private @Nullable OnvifHead opened(String cameraId) {
        synchronized (known) {
            @Nullable KnownHead head = known.get(cameraId);
            return head == null ? null : head.opened();
        }
    }

    /** @throws ApiProblem 422 where no head is known to be there */
    private KnownHead found(String cameraId) {
        DeviceAccess access = where.apply(cameraId)
                .orElseThrow(() -> ApiProblem.of(422, "ptz.noHead", "Nothing is known of where this head is steered"));
        synchronized (known) {
            @Nullable KnownHead before = known.get(cameraId);
            if (before != null && before.isAt(access)) {
                return before;
            }
            KnownHead now = new KnownHead(net, access);
            known.put(cameraId, now);
            if (before != null) {
                before.close();
            } else if (known.size() > MOST_KNOWN) {
                Map.Entry<String, KnownHead> eldest = known.firstEntry();
                known.remove(eldest.getKey());
                eldest.getValue().close();
            }
            return now;
        }
    }

    private void onItsOwn(String cameraId, Consumer<@Nullable ApiProblem> done, Runnable work) {
        Threads.virtual("NET-head-" + cameraId, () -> done.accept(attempt(cameraId, work)))
                .start();
    }

    /** Null where it was done, else why not. */
    private @Nullable ApiProblem attempt(String cameraId, Runnable work) {
        try {
            work.run();
            return null;
        } catch (OnvifException refused) {
            storm.warn(cameraId + refused.failure().kind(), "head of camera " + cameraId + ": " + refused.getMessage());
            return problem(refused.failure());
        } catch (ApiProblem known) {
            return known;
        } catch (StoreException busy) {
            LOG.warn("the address of the head of camera {} could not be read", cameraId, busy);
            return ApiProblem.passing(503, "busy", "The catalogue cannot be read", 1);
        } catch (RuntimeException fault) {
            LOG.error("fault at the head of camera {}", cameraId, fault);
            return Heads.noAnswer();
        }
    }

    private static ApiProblem problem(OnvifFailure failure) {
        if (failure.kind().inDoubt()) {
            return Heads.noAnswer();
        }
        return switch (failure.kind()) {
            case CREDENTIALS ->
                ApiProblem.of(502, "ptz.credentials", "The head refuses this server's user or password");
            case CERTIFICATE -> ApiProblem.of(502, "ptz.untrusted", "The head's certificate is not accepted");
            case UNSUPPORTED -> ApiProblem.of(422, "ptz.noHead", "The device says that it cannot do that");
            case NOT_FOUND -> ApiProblem.of(422, "ptz.notThere", "The head knows no such place");
            case FORBIDDEN_ADDRESS -> ApiProblem.of(422, "ptz.noHead", "The head's address may not be called");
            default -> ApiProblem.of(502, "ptz.refused", "The head refuses that");
        };
    }

    /** Lets go of all connections. */
    @Override
    public void close() {
        synchronized (known) {
            known.values().forEach(KnownHead::close);
            known.clear();
        }
    }
}
