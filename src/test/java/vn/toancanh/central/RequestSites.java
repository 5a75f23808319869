package vn.toancanh.central;

import com.tngtech.archunit.core.domain.AccessTarget.MethodCallTarget;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedMethod;
import jdk.jfr.consumer.RecordingFile;
import org.jspecify.annotations.Nullable;

/**
 * The places in the client's code at which a part of a request is chosen: its verb, its address, a parameter, a header, its body. They
 * are read out of the compiled classes, so that a new one is among them without a word. Which of them are passed the JVM itself notes,
 * which tells of each call of such a method the line that it came from.
 */
final class RequestSites {
    private static final String ROOM = "vn.toancanh.central";

    /** Of these every method chooses something, but what only puts together. */
    private static final Set<String> CHOOSING =
            Set.of("okhttp3.Request$Builder", "okhttp3.HttpUrl$Builder", ROOM + ".Asking");

    private static final Set<String> CHOOSING_TOO =
            Set.of(ROOM + ".Login::path", ROOM + ".Wire::body", ROOM + ".Wire::bodyOnce");
    private static final String PUTS_TOGETHER = "build";

    private final Set<String> sites;
    private final Set<String> methods;

    private RequestSites(List<JavaMethodCall> calls) {
        sites = calls.stream()
                .map(call -> site(call.getOriginOwner().getName(), call.getLineNumber(), method(call.getTarget())))
                .collect(Collectors.toCollection(TreeSet::new));
        methods = calls.stream().map(call -> method(call.getTarget())).collect(Collectors.toCollection(TreeSet::new));
    }

    /** All that there are. No other room knows a client of HTTP, which a fence of the house sees to. */
    static RequestSites read() {
        return new RequestSites(new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages(ROOM).stream()
                        .flatMap(each -> each.getMethodCallsFromSelf().stream())
                        .filter(call -> chooses(call.getTarget()))
                        .toList());
    }

    private static boolean chooses(MethodCallTarget target) {
        return CHOOSING_TOO.contains(method(target))
                || (CHOOSING.contains(target.getOwner().getName())
                        && !target.getName().equals(PUTS_TOGETHER));
    }

    private static String method(MethodCallTarget target) {
        return target.getOwner().getName() + "::" + target.getName();
    }

    private static String site(String type, int line, String method) {
        return type.substring(type.lastIndexOf('.') + 1) + ":" + line + " "
                + method.substring(method.lastIndexOf('.') + 1);
    }

    /** Each as its class, its line and what it calls, in their order. */
    Set<String> all() {
        return Set.copyOf(sites);
    }

    /** Those that were not passed, in their order. */
    List<String> without(Set<String> passed) {
        return sites.stream().filter(site -> !passed.contains(site)).toList();
    }

    /** Notes from now on which are passed, in this JVM. */
    Watch watch() {
        return new Watch(methods);
    }

    /** What is passed meanwhile. */
    static final class Watch implements AutoCloseable {
        private static final String CALL = "jdk.MethodTrace";

        private final Recording recording = new Recording();

        private Watch(Set<String> methods) {
            recording.enable(CALL).withStackTrace().withoutThreshold().with("filter", String.join(";", methods));
            recording.start();
        }

        /** Those that were passed up to now, after which nothing is noted any more. */
        Set<String> passed(Path folder) throws IOException {
            recording.stop();
            Path file = folder.resolve("requests.jfr");
            recording.dump(file);
            return RecordingFile.readAllEvents(file).stream()
                    .filter(event -> event.getEventType().getName().equals(CALL))
                    .flatMap(event -> site(event).stream())
                    .collect(Collectors.toSet());
        }

        /** Empty where it is called from elsewhere, as these methods call one another. */
        private static Optional<String> site(RecordedEvent event) {
            RecordedMethod called = event.getValue("method");
            String method = called.getType().getName() + "::" + called.getName();
            return caller(event, method)
                    .filter(frame -> frame.getMethod().getType().getName().startsWith(ROOM + "."))
                    .map(frame ->
                            RequestSites.site(frame.getMethod().getType().getName(), frame.getLineNumber(), method));
        }

        private static Optional<RecordedFrame> caller(RecordedEvent event, String method) {
            var stack = event.getStackTrace();
            @Nullable List<RecordedFrame> frames = stack == null ? null : stack.getFrames();
            return frames == null
                    ? Optional.empty()
                    : frames.stream()
                            .filter(frame ->
                                    !method.equals(frame.getMethod().getType().getName() + "::"
                                            + frame.getMethod().getName()))
                            .findFirst();
        }

        @Override
        public void close() {
            recording.close();
        }
    }
}
