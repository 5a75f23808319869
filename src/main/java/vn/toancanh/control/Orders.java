package vn.toancanh.control;

import java.io.IOException;
import vn.toancanh.model.Effort;
import vn.toancanh.model.StreamGrant;

/** Orders as JSON fields and back. */
final class Orders {
    private Orders() {}

    static Fields fields(Order order) {
        return switch (order) {
            case Order.Open open ->
                new Fields()
                        .with("op", "open")
                        .with("id", open.id())
                        .with("label", open.label())
                        .with("uri", open.uri())
                        .with("user", open.user())
                        .with("password", open.password())
                        .with("tlsPins", open.tlsPins())
                        .with("relayed", open.way().relayed())
                        .with("transports", open.way().transports())
                        .with("strip", open.strip());
            case Order.Resize resize ->
                new Fields().with("op", "resize").with("id", resize.id()).with("strip", resize.strip());
            case Order.Ease ease ->
                new Fields()
                        .with("op", "ease")
                        .with("id", ease.id())
                        .with("effort", ease.effort().name());
            case Order.Rest rest -> new Fields().with("op", "rest").with("id", rest.id());
            case Order.Close close -> new Fields().with("op", "close").with("id", close.id());
            case Order.Ping ping -> new Fields().with("op", "ping").with("number", ping.number());
            case Order.End ignored -> new Fields().with("op", "end");
        };
    }

    static Order order(Fields from) throws IOException {
        return switch (from.text("op")) {
            case "open" ->
                new Order.Open(
                        from.small("id"),
                        from.text("label"),
                        from.text("uri"),
                        from.textOrNull("user"),
                        from.textOrNull("password"),
                        from.texts("tlsPins"),
                        new StreamGrant.Way(from.flag("relayed"), from.texts("transports")),
                        from.textOrNull("strip"));
            case "resize" -> new Order.Resize(from.small("id"), from.text("strip"));
            case "ease" -> new Order.Ease(from.small("id"), effort(from.text("effort")));
            case "rest" -> new Order.Rest(from.small("id"));
            case "close" -> new Order.Close(from.small("id"));
            case "ping" -> new Order.Ping(from.number("number"));
            case "end" -> new Order.End();
            default -> throw new IOException("an order nobody knows");
        };
    }

    private static Effort effort(String word) throws IOException {
        try {
            return Effort.valueOf(word);
        } catch (IllegalArgumentException unknown) {
            throw new IOException("an effort nobody knows", unknown);
        }
    }
}
