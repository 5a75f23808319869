package vn.toancanh.onvif;

import java.net.Proxy;
import java.security.SecureRandom;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import vn.toancanh.base.Clock;

/** Makes devices; what all of them share. Any thread. */
public final class OnvifNet {
    private static final int KEPT_MINUTES = 5;

    private final OkHttpClient http;
    private final Clock clock;
    private final OnvifTimings timings;
    private final RandomGenerator random;

    public OnvifNet(Clock clock, OnvifTimings timings) {
        this(clock, timings, new SecureRandom());
    }

    /** @param random a secure one outside tests */
    OnvifNet(Clock clock, OnvifTimings timings, RandomGenerator random) {
        this.clock = clock;
        this.timings = timings;
        this.random = random;
        this.http = new OkHttpClient.Builder()
                .protocols(List.of(Protocol.HTTP_1_1))
                .proxy(Proxy.NO_PROXY)
                // A repetition would bear the digest's count of the first, which a device takes for somebody who
                // listened.
                .retryOnConnectionFailure(false)
                .followRedirects(false)
                .followSslRedirects(false)
                .connectTimeout(timings.connect())
                .readTimeout(timings.ask())
                .writeTimeout(timings.ask())
                .build();
    }

    /** A device; nothing is asked of it yet. Whoever is done with it closes it. */
    public OnvifDevice device(DeviceAccess access) {
        return new OnvifDevice(this, access);
    }

    Clock clock() {
        return clock;
    }

    OnvifTimings timings() {
        return timings;
    }

    RandomGenerator random() {
        return random;
    }

    /** A client with connections of its own, at most one of them kept. */
    OkHttpClient client(DeviceAccess access) {
        OkHttpClient.Builder own = http.newBuilder()
                .socketFactory(new GuardedSockets(access.hosts()))
                .connectionPool(new ConnectionPool(1, KEPT_MINUTES, TimeUnit.MINUTES));
        if (access.secured() && !access.tlsPins().isEmpty()) {
            new PinnedTrust(access.tlsPins()).guard(own);
        }
        return own.build();
    }
}
