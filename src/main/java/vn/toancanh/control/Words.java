package vn.toancanh.control;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import vn.toancanh.base.Failure;
import vn.toancanh.model.MediaTransport;

/** Words as JSON fields and back. */
final class Words {
    private Words() {}

    static Fields fields(Word word) {
        return switch (word) {
            case Word.Hello hello ->
                new Fields()
                        .with("op", "hello")
                        .with("pid", hello.pid())
                        .with("libVlc", hello.libVlc())
                        .with("missing", hello.missing());
            case Word.Mapped mapped ->
                new Fields().with("op", "mapped").with("id", mapped.id()).with("strip", mapped.strip());
            case Word.Playing playing ->
                new Fields().with("op", "playing").with("id", playing.id()).with("codec", playing.codec());
            case Word.Shown shown -> new Fields().with("op", "shown").with("id", shown.id());
            case Word.Anew anew -> new Fields().with("op", "anew").with("id", anew.id());
            case Word.Failed failed ->
                new Fields()
                        .with("op", "failed")
                        .with("id", failed.id())
                        .with("kind", failed.kind().name())
                        .with("detail", failed.detail());
            case Word.Statistics all ->
                new Fields()
                        .with("op", "stats")
                        .with("cpuMillis", all.cpuMillis())
                        .with("memoryKb", all.memoryKb())
                        .with("stuckMillis", all.stuckMillis())
                        .with(
                                "streams",
                                all.streams().stream().map(Words::fields).toList());
            case Word.Pong pong ->
                new Fields()
                        .with("op", "pong")
                        .with("number", pong.number())
                        .with("stuckMillis", pong.stuckMillis())
                        .with("stuckStream", pong.stuckStream());
        };
    }

    private static Fields fields(Word.Stream stream) {
        return new Fields()
                .with("id", stream.id())
                .with("codec", stream.codec())
                .with("width", stream.width())
                .with("height", stream.height())
                .with("kbps", stream.kbps())
                .with("received", stream.received())
                .with("decoded", stream.decoded())
                .with("redisplayed", stream.redisplayed())
                .with("lost", stream.lost())
                .with("jitterMs", stream.jitterMs())
                .with("jumps", stream.jumps())
                .with("delivery", fields(stream.delivery()));
    }

    private static Fields fields(Word.Delivery delivery) {
        return new Fields()
                .with("transport", delivery.transport().name())
                .with("receivedFps", delivery.receivedFps())
                .with("decodedFps", delivery.decodedFps())
                .with("ageMs", delivery.ageMs())
                .with("ageTrusted", delivery.ageTrusted())
                .with("timeStands", delivery.timeStands())
                .with("awaitsKey", delivery.awaitsKey())
                .with("tickRate", delivery.tickRate());
    }

    static Word word(Fields from) throws IOException {
        return switch (from.text("op")) {
            case "hello" -> new Word.Hello(from.number("pid"), from.textOrNull("libVlc"), from.texts("missing"));
            case "mapped" -> new Word.Mapped(from.small("id"), from.text("strip"));
            case "playing" -> new Word.Playing(from.small("id"), from.text("codec"));
            case "shown" -> new Word.Shown(from.small("id"));
            case "failed" ->
                new Word.Failed(from.small("id"), constant(Failure.Kind.class, from.text("kind")), from.text("detail"));
            case "anew" -> new Word.Anew(from.small("id"));
            case "stats" -> {
                List<Word.Stream> streams = new ArrayList<>();
                for (Fields each : from.objects("streams")) {
                    streams.add(stream(each));
                }
                yield new Word.Statistics(
                        from.number("cpuMillis"), from.number("memoryKb"), from.number("stuckMillis"), streams);
            }
            case "pong" -> new Word.Pong(from.number("number"), from.number("stuckMillis"), from.small("stuckStream"));
            default -> throw new IOException("a word nobody knows");
        };
    }

    private static Word.Stream stream(Fields from) throws IOException {
        return new Word.Stream(
                from.small("id"),
                from.text("codec"),
                from.small("width"),
                from.small("height"),
                from.small("kbps"),
                from.number("received"),
                from.number("decoded"),
                from.number("redisplayed"),
                from.number("lost"),
                from.real("jitterMs"),
                from.number("jumps"),
                delivery(from.object("delivery")));
    }

    private static Word.Delivery delivery(Fields from) throws IOException {
        return new Word.Delivery(
                constant(MediaTransport.class, from.text("transport")),
                from.real("receivedFps"),
                from.real("decodedFps"),
                from.numberOrNull("ageMs"),
                from.flag("ageTrusted"),
                from.flag("timeStands"),
                from.flag("awaitsKey"),
                from.small("tickRate"));
    }

    private static <E extends Enum<E>> E constant(Class<E> type, String name) throws IOException {
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(name)) {
                return constant;
            }
        }
        throw new IOException("a word of a kind nobody knows");
    }
}
