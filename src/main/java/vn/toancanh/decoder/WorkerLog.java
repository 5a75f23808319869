package vn.toancanh.decoder;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.Serial;
import java.io.StringWriter;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.ILoggerFactory;
import org.slf4j.IMarkerFactory;
import org.slf4j.Logger;
import org.slf4j.Marker;
import org.slf4j.event.Level;
import org.slf4j.helpers.BasicMarkerFactory;
import org.slf4j.helpers.LegacyAbstractLogger;
import org.slf4j.helpers.MessageFormatter;
import org.slf4j.helpers.NOPMDCAdapter;
import org.slf4j.spi.MDCAdapter;
import org.slf4j.spi.SLF4JServiceProvider;
import vn.toancanh.base.Clock;
import vn.toancanh.base.OneLine;
import vn.toancanh.base.Redacted;
import vn.toancanh.base.Waiver;

/**
 * A worker's log: one line a message on the error stream, which the client keeps in a file, beside what libVLC prints. Every
 * line goes through {@link Redacted} here already, and again at the client, with libVLC's. Named by {@code -Dslf4j.provider}; the client's log engine would be almost half of a worker's start and 5 MB of its memory.
 */
@Waiver(fence = "stdout belongs to app", reason = "a worker's streams are its log; its answers go through its socket")
public final class WorkerLog implements SLF4JServiceProvider {
    private final Map<String, Logger> loggers = new ConcurrentHashMap<>();
    private final IMarkerFactory markers = new BasicMarkerFactory();
    private final MDCAdapter context = new NOPMDCAdapter();

    @Override
    public ILoggerFactory getLoggerFactory() {
        return name -> loggers.computeIfAbsent(name, made -> new Line(made, System.err));
    }

    @Override
    public IMarkerFactory getMarkerFactory() {
        return markers;
    }

    @Override
    public MDCAdapter getMDCAdapter() {
        return context;
    }

    @Override
    public String getRequestedApiVersion() {
        return "2.0.99";
    }

    @Override
    public void initialize() {}

    static final class Line extends LegacyAbstractLogger {
        @Serial
        private static final long serialVersionUID = 1L;

        private final transient PrintStream out;

        Line(String name, PrintStream out) {
            this.name = name.substring(name.lastIndexOf('.') + 1);
            this.out = out;
        }

        @Override
        protected void handleNormalizedLoggingCall(
                Level level,
                @Nullable Marker marker,
                String pattern,
                @Nullable Object @Nullable [] arguments,
                @Nullable Throwable cause) {
            String message = MessageFormatter.basicArrayFormat(pattern, arguments);
            String line = Clock.SYSTEM.now() + " " + level + " "
                    + Thread.currentThread().getName() + " " + name + " " + message;
            synchronized (out) {
                out.println(OneLine.of(Redacted.of(line)));
                if (cause != null) {
                    StringWriter trace = new StringWriter();
                    cause.printStackTrace(new PrintWriter(trace, true));
                    // Messages of foreign exceptions quote what they were given.
                    out.print(Redacted.of(trace.toString()));
                }
            }
        }

        @Override
        protected @Nullable String getFullyQualifiedCallerName() {
            return null;
        }

        @Override
        public boolean isTraceEnabled() {
            return false;
        }

        @Override
        public boolean isDebugEnabled() {
            return false;
        }

        @Override
        public boolean isInfoEnabled() {
            return true;
        }

        @Override
        public boolean isWarnEnabled() {
            return true;
        }

        @Override
        public boolean isErrorEnabled() {
            return true;
        }
    }
}
