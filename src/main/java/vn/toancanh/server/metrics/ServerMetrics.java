package vn.toancanh.server.metrics;

import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import vn.toancanh.server.http.RequestMeter;

/**
 * What is counted, and what is looked at when somebody asks. Labels take words of closed sets only, so that no caller makes the
 * numbers grow without end, and never names of people or cameras. Any thread.
 */
public final class ServerMetrics implements RequestMeter {
    /** Answers that take as long as somebody listens say nothing about the server. */
    private static final Set<String> STANDING = Set.of("/api/v1/events/stream", "/api/v1/audit/export");

    private static final Set<String> METHODS = Set.of("GET", "PUT", "POST", "DELETE");
    private static final String OTHER = "other";
    private static final double[] BOUNDS = {0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10};

    private final PrometheusRegistry registry = new PrometheusRegistry();
    private final Counter requests = Counter.builder()
            .name("toancanh_http_requests_total")
            .help("Requests answered")
            .labelNames("method", "route", "status")
            .withoutExemplars()
            .register(registry);
    private final Histogram durations = Histogram.builder()
            .name("toancanh_http_request_duration_seconds")
            .help("Time to answer, without event streams and exports")
            .classicOnly()
            .classicUpperBounds(BOUNDS)
            .labelNames("route")
            .withoutExemplars()
            .register(registry);

    /** @param version of the product */
    public ServerMetrics(String version) {
        gauges("toancanh_info", "Always 1; the label tells the version", "version", () -> Map.of(version, 1L));
        gauge(
                "process_start_time_seconds",
                "When the server's process began, seconds since 1970",
                () -> ManagementFactory.getRuntimeMXBean().getStartTime() / 1e3);
        gauge(
                "jvm_memory_heap_used_bytes",
                "Heap in use",
                () -> ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
        gauge(
                "jvm_threads",
                "Platform threads that live",
                () -> ManagementFactory.getThreadMXBean().getThreadCount());
    }

    @Override
    public void served(String method, String route, int status, double seconds) {
        String path = route.isEmpty() ? "none" : route;
        requests.labelValues(METHODS.contains(method) ? method : OTHER, path, status / 100 + "xx")
                .inc();
        if (!STANDING.contains(path)) {
            durations.labelValues(path).observe(seconds);
        }
    }

    /** Looks at a number whenever somebody asks; where that fails it is left out. */
    public void gauge(String name, String help, DoubleSupplier value) {
        GaugeWithCallback.builder()
                .name(name)
                .help(help)
                .callback(tell -> tell.call(value.getAsDouble()))
                .register(registry);
    }

    /** The same for one number a word; the words must be few. */
    public void gauges(String name, String help, String label, Supplier<Map<String, Long>> values) {
        GaugeWithCallback.builder()
                .name(name)
                .help(help)
                .labelNames(label)
                .callback(tell -> values.get().forEach((word, value) -> tell.call(value, word)))
                .register(registry);
    }

    /** One of several numbers that are looked at together. */
    public record Figure<T>(String name, String help, ToDoubleFunction<T> value) {}

    /** Looks at several numbers together, once whenever somebody asks; where that fails all of them are left out. */
    public <T> void together(Supplier<Optional<T>> look, List<Figure<T>> figures) {
        registry.register(new Together<>(look, List.copyOf(figures)));
    }

    private record Together<T>(Supplier<Optional<T>> look, List<Figure<T>> figures) implements MultiCollector {
        @Override
        public MetricSnapshots collect() {
            MetricSnapshots.Builder all = MetricSnapshots.builder();
            look.get().ifPresent(found -> figures.forEach(each -> all.metricSnapshot(snapshot(each, found))));
            return all.build();
        }

        private static <T> MetricSnapshot snapshot(Figure<T> figure, T found) {
            return GaugeSnapshot.builder()
                    .name(figure.name())
                    .help(figure.help())
                    .dataPoint(GaugeSnapshot.GaugeDataPointSnapshot.builder()
                            .value(figure.value().applyAsDouble(found))
                            .build())
                    .build();
        }
    }

    /** All of them, in the text format of Prometheus. */
    public byte[] text() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            PrometheusTextFormatWriter.create().write(out, registry.scrape());
        } catch (IOException impossible) {
            throw new IllegalStateException("memory takes what is written", impossible);
        }
        return out.toByteArray();
    }
}
