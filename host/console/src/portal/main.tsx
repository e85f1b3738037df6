import '../app/look.css';
