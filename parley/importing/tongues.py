"""The words of heads, sheets and kinds in German, French and Spanish: each stands for an English one, by which the table is read."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from parley.importing.naming import plain

# By language, each English word with those that tables have in its place.
WORDS: Mapping[str, str] = {
    "de": """
        party: Partei, Verhandlungspartei; parties: Parteien; actor: Akteur, Akteure, Beteiligter; country: Land, Staat; countries: Länder,
        Staaten; member state: Mitgliedstaat, Mitgliedsstaat; delegation: Delegationen; government: Regierung; group: Gruppe; who: Wer;
        issue: Thema, Streitpunkt, Streitfrage, Verhandlungspunkt, Sachfrage; issues: Themen, Streitpunkte, Streitfragen; question: Frage;
        article: Artikel; subject: Gegenstand; thesis: These; theses: Thesen; kind: Art, Typ, Art der Aussage; speaker: Sprecher,
        Sprecherin, Redner, gesagt von; date: Datum, Datum der Aussage; day: Tag; when: Wann; year: Jahr; said on: gesagt am; source:
        Quelle, Beleg; sources: Quellen, Belege; document: Dokument; documents: Dokumente; page: Seite; paragraph: Absatz; line: Zeile;
        direction: Richtung; confidence: Gewissheit, Sicherheit; firmness: Festigkeit, Bestimmtheit; salience: Salienz; importance:
        Wichtigkeit, Bedeutsamkeit; priority: Priorität; power: Macht, Stimmgewicht; influence: Einfluss, Einfluß; statement: Aussage;
        statements: Aussagen; quote: Zitat; wording: Wortlaut; summary: Zusammenfassung; description: Beschreibung; note: Notiz, Anmerkung;
        notes: Notizen, Anmerkungen; comment: Kommentar, Bemerkung; comments: Kommentare, Bemerkungen; explanation: Erklärung, Erläuterung;
        justification: Begründung; position: Standpunkt, Haltung; positions: Positionen, Standpunkte; value: Wert; answer: Antwort; answers:
        Antworten; score: Punktwert; vote: Stimme; preference: Präferenz; level: Stufe; levels: Stufen; step: Schritt; scale: Skala; scales:
        Skalen; meaning: Bedeutung; number: Nummer, Zahl; name: Bezeichnung; title: Titel; published: veröffentlicht; author: Autor,
        Autorin, Verfasser; publisher: Verlag, Herausgeber; address: Adresse; event: Ereignis; events: Ereignisse; unit: Einheit; lowest:
        niedrigster; highest: höchster; abbreviation: Abkürzung, Kürzel; bloc: Block, Bündnis; demand: Forderung; ask: Verlangen; offer:
        Angebot; concession: Zugeständnis; red line: rote Linie; limit: Grenze; threat: Drohung; reason: Grund; proposal: Vorschlag; code:
        Kennung
    """,
    "fr": """
        party: Partie; parties: Parties; actor: Acteur; actors: Acteurs; country: Pays; member state: État membre, Pays membre; state: État;
        delegation: Délégation; delegations: Délégations; government: Gouvernement; group: Groupe; who: Qui; issue: Enjeu, Sujet, Point,
        Thème; issues: Enjeux, Sujets, Points, Thèmes; topic: Objet; provision: Disposition; kind: Genre, Nature; speaker: Orateur,
        Oratrice, Intervenant, Porte-parole; day: Jour; when: Quand; year: Année, An; said on: dit le; document: Texte source; paragraph:
        Paragraphe, Alinéa; line: Ligne; wants: veut; direction: Sens; confidence: Confiance, Certitude; firmness: Fermeté; salience:
        Saillance; priority: Priorité; power: Pouvoir, Poids; statement: Déclaration, Énoncé; statements: Déclarations, Énoncés; quote:
        Citation; text: Texte; wording: Formulation; summary: Résumé; comment: Commentaire; comments: Commentaires; remark: Remarque;
        remarks: Remarques; explanation: Explication; value: Valeur; level: Niveau; levels: Niveaux; answer: Réponse; answers: Réponses;
        preference: Préférence; step: Échelon, Étape; steps: Échelons; scale: Échelle; scales: Échelles; meaning: Signification, Sens du
        niveau; number: Numéro, Nombre; name: Nom, Libellé; title: Titre; published: publié le; author: Auteur, Autrice; publisher: Éditeur;
        address: Adresse; event: Événement; events: Événements; unit: Unité; abbreviation: Sigle, Abréviation; coalition: Alliance; region:
        Région; demand: Demande, Exigence, Revendication; offer: Offre; red line: Ligne rouge; limit: Limite; threat: Menace; reason:
        Raison, Motif; proposal: Proposition
    """,
    "es": """
        party: Parte, Partido; parties: Partes, Partidos; actors: Actores; country: País; countries: Países; member state: Estado miembro;
        delegation: Delegación; delegations: Delegaciones; government: Gobierno; group: Grupo; who: Quién; issue: Tema, Asunto, Cuestión;
        issues: Temas, Asuntos, Cuestiones; question: Pregunta; article: Artículo; kind: Tipo, Clase; speaker: Orador, Oradora, Portavoz;
        date: Fecha; day: Día; when: Cuándo; year: Año; said on: dicho el; source: Fuente; sources: Fuentes; document: Documento; documents:
        Documentos; page: Página; paragraph: Párrafo; line: Línea; wants: quiere; direction: Sentido; confidence: Confianza, Certeza;
        firmness: Firmeza; salience: Saliencia; importance: Importancia; priority: Prioridad; power: Poder, Peso; influence: Influencia;
        statement: Declaración, Enunciado; statements: Declaraciones, Enunciados; quote: Cita; text: Texto; summary: Resumen; description:
        Descripción; note: Nota; notes: Notas; comment: Comentario; comments: Comentarios; remark: Observación; remarks: Observaciones;
        explanation: Explicación; justification: Justificación; position: Posición, Postura; positions: Posiciones, Posturas; value: Valor;
        level: Nivel; levels: Niveles; answer: Respuesta; answers: Respuestas; score: Puntuación; vote: Voto; preference: Preferencia; step:
        Paso, Peldaño; scale: Escala; scales: Escalas; meaning: Significado; number: Número; name: Nombre; title: Título; published:
        publicado; author: Autor, Autora; publisher: Editorial; address: Dirección; event: Acontecimiento, Evento; events: Acontecimientos,
        Eventos; unit: Unidad; abbreviation: Sigla, Abreviatura; bloc: Bloque; region: Región; demand: Demanda, Exigencia, Reivindicación;
        offer: Oferta; red line: Línea roja; limit: Límite; threat: Amenaza; reason: Razón, Motivo; proposal: Propuesta
    """,
}
_APART = re.compile(r"\s*[/(|]\s*")
_WHOSE = frozenset(("party", "parties", "actor", "actors", "country", "countries", "member state", "state", "delegation", "government", "group"))


def in_english(head: str) -> str:
    """Return a head, or another word of a table, in English without case and accents; one that is no known word as it is.

    Of "Pays / Groupe" and "Land (Kürzel)" the first word tells, where it is one for parties.
    """
    known = _known()
    whole = plain(head)
    first = plain(_APART.split(head.strip(), maxsplit=1)[0])
    first = known.get(first, first)
    return known.get(whole) or (first if first in _WHOSE else whole)


@cache
def _known() -> Mapping[str, str]:
    every: list[tuple[str, str]] = []
    for one in "; ".join(map(str.strip, WORDS.values())).split(";"):
        english, _, several = " ".join(one.split()).partition(": ")
        every += [(plain(word), english) for word in several.split(",")]
    return {word: english for word, english in reversed(every) if word != english}
