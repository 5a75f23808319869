package vn.toancanh.pool;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.toancanh.control.Order;
import vn.toancanh.control.Word;
import vn.toancanh.frames.StripWriter;

/** Workers that do what the test says. */
final class FakeWorkers implements WorkerLauncher {
    /** One of them. */
    static final class Fake implements WorkerLauncher.Link {
        final int number;
        final Ears ears;
        final List<Order> orders = new ArrayList<>();
        final Map<Integer, StripWriter> strips = new TreeMap<>();
        boolean killed;
        /** Says nothing of itself. */
        boolean silent;

        Doing doing = Doing.WORKS;

        Fake(int number, Ears ears) {
            this.number = number;
            this.ears = ears;
        }

        @Override
        public long pid() {
            return 1000L + number;
        }

        @Override
        public Doing doing() {
            return doing;
        }

        @Override
        public void send(Order order) throws IOException {
            if (killed) {
                throw new IOException("killed");
            }
            orders.add(order);
        }

        @Override
        public void end() {
            orders.add(new Order.End());
            killed = true;
        }

        @Override
        public void kill() {
            killed = true;
        }

        void hello() {
            ears.heard(new Word.Hello(pid(), "3.0.24", List.of()));
        }

        List<Order.Open> opened() {
            return orders.stream()
                    .filter(Order.Open.class::isInstance)
                    .map(Order.Open.class::cast)
                    .toList();
        }

        void map(int id, @Nullable String strip) throws IOException {
            String file = Objects.requireNonNull(strip, "it rests");
            strips.put(id, StripWriter.open(Path.of(file)));
            ears.heard(new Word.Mapped(id, file));
        }

        void publish(int id, int width, int height) {
            StripWriter strip = Objects.requireNonNull(strips.get(id));
            strip.format(width, height);
            strip.begin();
            strip.publish(1, 1);
        }

        /** As by SIGABRT, with which a JVM ends after a fault in native code. */
        void die() {
            die(128 + 6);
        }

        void die(int exit) {
            killed = true;
            strips.values().forEach(StripWriter::close);
            ears.gone(exit, "killed by the test");
        }
    }

    final List<Fake> all = new ArrayList<>();
    boolean refusing;

    @Override
    public Link launch(int number, Ears ears) throws IOException {
        if (refusing) {
            throw new IOException("no process left");
        }
        Fake fake = new Fake(number, ears);
        all.add(fake);
        return fake;
    }

    Fake newest(int number) {
        return all.reversed().stream()
                .filter(fake -> fake.number == number)
                .findFirst()
                .orElseThrow();
    }
}
