package vn.toancanh.onvif;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An element of an answer, by local names: devices agree on those and differ in prefixes and namespaces. Built once, then read. */
final class XmlNode {
    private final String name;
    private final Map<String, String> attributes = new LinkedHashMap<>();
    private final List<XmlNode> children = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();

    XmlNode(String name) {
        this.name = name;
    }

    String name() {
        return name;
    }

    void attribute(String attribute, String value) {
        attributes.putIfAbsent(attribute, value);
    }

    void add(XmlNode child) {
        children.add(child);
    }

    void add(String characters) {
        text.append(characters);
    }

    List<XmlNode> children() {
        return children;
    }

    Optional<String> attribute(String attribute) {
        return Optional.ofNullable(attributes.get(attribute));
    }

    /** The children of that name. */
    List<XmlNode> all(String child) {
        return children.stream().filter(each -> each.name.equals(child)).toList();
    }

    /** The first element on a way of names below this one. */
    Optional<XmlNode> at(String... way) {
        @Nullable XmlNode here = this;
        for (String step : way) {
            if (here != null) {
                here = here.children.stream()
                        .filter(each -> each.name.equals(step))
                        .findFirst()
                        .orElse(null);
            }
        }
        return Optional.ofNullable(here);
    }

    /** Its own text, without white space around it. */
    String text() {
        return text.toString().strip();
    }

    /** The text at the end of a way; empty where there is none. */
    Optional<String> text(String... way) {
        return at(way).map(XmlNode::text).filter(found -> !found.isEmpty());
    }
}
