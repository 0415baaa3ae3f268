package org.kennelcache.benchmarks.report;

import java.util.Locale;

/** An SVG drawing in the making. Classes name what an element means; the style sheet gives them colours. */
final class Svg {

    private static final String STYLE = """
            <style>
            text { font: 13px system-ui, sans-serif; fill: #1f2328 }
            .title { font-size: 17px; font-weight: 600 }
            .minor { font-size: 11px; fill: #59636e }
            .paper { fill: #ffffff }
            .label { paint-order: stroke; stroke: #ffffff; stroke-width: 2.5px }
            .kennel { fill: #1f6feb }
            .peer { fill: #a8b1bb }
            .grid { stroke: #d8dee4 }
            .yardstick { stroke: #bc4c00; stroke-width: 2 }
            .range { stroke: #1f2328 }
            @media (prefers-color-scheme: dark) {
            text { fill: #e6edf3 }
            .minor { fill: #9198a1 }
            .paper { fill: #0d1117 }
            .label { stroke: #0d1117 }
            .kennel { fill: #4493f8 }
            .peer { fill: #656c76 }
            .grid { stroke: #2a313c }
            .yardstick { stroke: #f0883e }
            .range { stroke: #e6edf3 }
            }
            </style>
            """;

    private final StringBuilder elements = new StringBuilder();

    Svg(double width, double height, String title) {
        add("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %.0f %.0f\" role=\"img\">", width, height);
        add("<title>%s</title>", escape(title));
        elements.append(STYLE);
        rectangle("paper", 0, 0, width, height);
    }

    void rectangle(String meaning, double x, double y, double width, double height) {
        add("<rect class=\"%s\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\"/>", meaning, x, y, width, height);
    }

    void line(String meaning, double x1, double y1, double x2, double y2) {
        add("<line class=\"%s\" x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\"/>", meaning, x1, y1, x2, y2);
    }

    /**
     * Writes a line of text on the base line {@code y}; {@code anchor} is "start", "middle" or "end", and stands at
     * {@code x}.
     */
    void text(String meaning, String anchor, double x, double y, String text) {
        add(
                "<text class=\"%s\" text-anchor=\"%s\" x=\"%.1f\" y=\"%.1f\">%s</text>",
                meaning, anchor, x, y, escape(text));
    }

    @Override
    public String toString() {
        return elements + "</svg>\n";
    }

    private void add(String format, Object... arguments) {
        elements.append(String.format(Locale.ROOT, format, arguments)).append('\n');
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
